"""Who speaks, in which role and for which years; where one document ends and the next begins."""
