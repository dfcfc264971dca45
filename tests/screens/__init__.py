"""What a person sees of a whole conversation, as pictures: `make screens` talks with the real bot and draws them."""
