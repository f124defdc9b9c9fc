"""Our parts of the Rasa pipeline: guard, frozen and tuned encoders, two linear heads."""
