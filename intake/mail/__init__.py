"""The mail door: how a mail comes in, what a person wrote in it, and how it is answered."""
