"""`care-voice doctor`: looks over the installed host and says what to do. Changes nothing, anywhere."""
