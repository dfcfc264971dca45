"""How the model is trained. Needs the development dependencies; never imported by the service."""
