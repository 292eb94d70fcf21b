"""What the templates of the site call: facts in, words or markup out."""
