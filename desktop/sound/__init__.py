"""What is heard: bells, tones, and the computer's own voice."""
