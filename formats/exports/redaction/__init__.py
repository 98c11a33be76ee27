"""How are names found in texts, in whatever form they were written?"""
