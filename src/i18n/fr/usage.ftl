### How much data everyday activities take.

usage-activity = Activité
usage-what = Description
usage-amount = Par jour
usage-amounts = Activités
usage-typical = Moyenne
usage-range = Bas–haut
usage-preset = Journée
usage-per-hour = /h
usage-per-item = { " " }l’unité
usage-presets = Journées types
usage-sources = Sources
usage-minutes = { $count } min
usage-how = Additionnez une journée : `simplan usage maps=1h messages=100 video=30min`. Faites-en un besoin : `simplan compare --days 10 --use medium`.
usage-day = Une journée consomme { $data } : { $low } selon les estimations basses, { $high } selon les hautes. Fiabilité de l’estimation la moins sûre : { $confidence }.
usage-compare = Comparez les offres avec `{ $command }`.
usage-not-counted = Les mises à jour, les sauvegardes et les photos dans le nuage peuvent prendre des gigaoctets et ne peuvent pas être estimées : réservez-les au Wi-Fi.
usage-offline-map = Une carte hors ligne du Maroc prend { $size } une seule fois et économise presque toutes les données de la navigation.

usage-maps = navigation GPS
usage-messages = messages écrits
usage-photos = photos envoyées
usage-voice-call = appels vocaux
usage-video-call = appels vidéo
usage-social = réseaux sociaux
usage-short-video = vidéos courtes
usage-video = vidéo
usage-video-hd = vidéo HD
usage-music = musique
usage-web = pages web
usage-meeting = visioconférences

usage-light = léger
usage-medium = moyen
usage-heavy = intensif
usage-work = journée de travail
