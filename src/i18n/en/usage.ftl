### How much data everyday activities take.

usage-activity = Activity
usage-what = What it is
usage-amount = A day
usage-amounts = Made of
usage-typical = Typical
usage-range = Low–high
usage-preset = Day
usage-per-hour = /h
usage-per-item = { " " }each
usage-presets = Whole days
usage-sources = Sources
usage-minutes = { $count } min
usage-how = Add up a day: `simplan usage maps=1h messages=100 video=30min`. Use it as a need: `simplan compare --days 10 --use medium`.
usage-day = A day takes { $data }: { $low } by the low estimates, { $high } by the high ones. The least certain estimate has { $confidence } confidence.
usage-compare = Compare offers with `{ $command }`.
usage-not-counted = Updates, backups and cloud photos can take gigabytes and cannot be estimated: leave them for Wi-Fi.
usage-offline-map = An offline map of Morocco takes { $size } once and saves most of the data that maps take.

usage-maps = navigation
usage-messages = text messages
usage-photos = photos sent
usage-voice-call = voice calls
usage-video-call = video calls
usage-social = social networks
usage-short-video = short videos
usage-video = video
usage-video-hd = HD video
usage-music = music
usage-web = web pages
usage-meeting = video meetings

usage-light = light
usage-medium = medium
usage-heavy = heavy
usage-work = working day
