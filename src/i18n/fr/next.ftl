### What to do today, and when to look again.

next-buy = À acheter aujourd’hui : { $plans }, { $price }.
next-buy-ends = À acheter aujourd’hui : { $plans }, { $price }. Ce qui reste ne suffit pas pour la journée.
next-bill = Rien à renouveler : si votre forfait est { $plans }, sa facture arrive d’elle-même, { $price } cette fois.
next-bill-arrears = Réglez d’abord ce qui est dû. Ensuite, si votre forfait est { $plans }, sa facture arrive d’elle-même, { $price }.
next-bill-reopen = D’abord, faites rétablir la ligne. Ensuite, si votre forfait est { $plans }, sa facture arrive d’elle-même, { $price }.
next-reopen = D’abord, faites rétablir la ligne ; achetez ensuite { $plans }, { $price }.
next-wait-data = Rien à acheter aujourd’hui : vos données suffisent jusqu’au { $date }.
next-wait-validity = Rien à acheter aujourd’hui : ce qui reste est valable jusqu’au { $date }.
next-look-buy = À revoir le { $date } : achetez alors { $plans }, { $price }.
next-look-bill = La prochaine facture arrive vers le { $date } : { $plans }, { $price }.
next-look-check = Vérifiez votre solde le { $date } : on consomme parfois plus que prévu.
next-look-never = Plus rien à surveiller : il n’y a plus d’achat à faire jusqu’au { $until }.
next-item = { $plan }, { $price }
next-more = … et encore { $count }, le dernier le { $date } : { $purchases }, { $total } en tout
next-total = Jusqu’au { $until } : { $purchases }, { $total }
next-high = Selon les estimations hautes, { $data } par jour, ce serait { $total } en tout.
next-cheaper = Une autre SIM coûterait moins cher : { $basket }, { $total }.
next-cheaper-mine = Ce que vous avez coûterait moins cher : { $basket }, { $total }.
next-other-mine = Ce que vous avez suffit : { $basket }, { $total }.
next-other = Avec une autre SIM : { $basket }, { $total }.
next-steps = Les étapes : `{ $command }`
next-reminders = Des rappels dans le calendrier : `{ $command }`
next-balance-unsaid = rien n’est compté comme restant sur la SIM : indiquez ce qui reste avec --have-data et --have-days

## calendar files

ics-other-file = Si vous avez ajouté un calendrier précédent depuis un autre fichier, supprimez ses événements dans votre application d’agenda, ou écrivez de nouveau dans ce fichier-là.
ics-past = { $count ->
    [one] { $count } rappel est déjà passé et ne sonnera pas
   *[other] { $count } rappels sont déjà passés et ne sonneront pas
}
ics-any-hour = L’heure n’est pas connue : si c’est la nuit, achetez le soir qui précède ou le matin qui suit.
