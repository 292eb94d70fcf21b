// Django drops dashes and slashes from an address ("Indonesia–Rusia" became "indonesiarusia"); they part words.
{
  const urlify = window.URLify;
  if (urlify) {
    window.URLify = (text, ...options) => urlify(text.replace(/[\u2010-\u2015/]/g, "-"), ...options);
  }
}
