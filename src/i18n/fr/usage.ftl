### How much data everyday activities take.

usage-activity = Activité
usage-what = Description
usage-amount = Par jour
usage-amounts = Contenu
usage-typical = Courant
usage-range = Bas–haut
usage-preset = Journée
usage-per-hour = /h
usage-per-item = { " " }pièce
usage-presets = Journées types
usage-sources = Sources
usage-minutes = { $count } min
usage-how = Additionner une journée : `simplan usage maps=1h messages=100 video=30min`. En faire un besoin : `simplan compare --days 10 --use medium`.
usage-day = Une journée consomme { $data } : { $low } selon les estimations basses, { $high } selon les hautes. Confiance de l’estimation la moins sûre : { $confidence }.
usage-compare = Pour comparer les offres : `{ $command }`.
usage-not-counted = Mises à jour, sauvegardes et photos dans le nuage peuvent prendre des gigaoctets, sans estimation possible : mieux vaut les faire en Wi-Fi.
usage-offline-map = Une carte hors ligne du Maroc prend { $size } une seule fois, et économise presque toutes les données de navigation.

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
