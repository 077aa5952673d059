"""FollowTheMoney entities and statements (followthemoney 4.11) as records of ours.

Properties are lists of texts, and edges are entities too. What has no place among our records is
counted by its schema and property, so that nothing is lost without a word.
"""
