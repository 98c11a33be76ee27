"""The app as it is packed for people: does it hold what it should, and do its main job?"""
