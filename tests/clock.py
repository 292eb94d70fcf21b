"""What tests ask of a clock: that nothing explodes. `make benchmark` measures how long things take."""

# Seconds: what grows with the square of a long text takes minutes, a busy machine a few times longer.
EXPLODES = 60
