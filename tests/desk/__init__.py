"""Tests of what people do at a desk."""
