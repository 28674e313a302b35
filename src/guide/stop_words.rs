//! Words that say nothing about the topic of a question: in lower case and without accents.

/// All words that say nothing about the topic by themselves, such as `the`.
pub fn small_words() -> impl Iterator<Item = &'static str> {
    SMALL.iter().flat_map(|(_, words)| words.split_whitespace())
}

/// Whether a word of the language with this code says nothing about the topic by itself.
pub fn is_small_in(language: &str, word: &str) -> bool {
    let mut lists = SMALL.iter().filter(|(of, _)| *of == language);
    lists.any(|(_, words)| words.split_whitespace().any(|other| other == word))
}

/// Whether a Chinese character is a particle, a pronoun or the like, which occurs beside words of any topic.
pub fn is_small_in_chinese(character: char) -> bool {
    SMALL_IN_CHINESE.contains(character)
}

/// Words without a topic, in English and French.
const SMALL: [(&str, &str); 2] = [
    (
        "en",
        "a about after also always am an and another any anything are as at be because been being but by can cannot could \
     couldn d did didn do does doesn doing don done each either else even ever every everything few for from get gets \
     getting give given go goes going gone got had happen happened happens has hasn have haven having he hello help \
     her here hey hi him his how i if in into is isn it its itself just kind know let like ll m made make makes many \
     may maybe me mean means might mine more most much must my myself need needed needs never nor not nothing now of \
     off ok okay on once one only onto or other our ours out over per perhaps please possible put quite rather re \
     really right s said same say says see she should so some somebody someone something soon still such sure t take \
     takes tell than thank thanks that the their theirs them then there these they thing things think this those \
     through thus to today too tried try trying under until up upon us use used using ve very via want wanted wants \
     was way we well went were what whatever when where whether which while who whom whose why will with within \
     without won would yes yet you your yours",
    ),
    (
        "fr",
        "a afin ai aie ainsi ait alors apres as au aucun aucune aussi autre autres aux avais avait avant avec avez avoir \
     avons ayant beaucoup bien bonjour bout c ca car ce ceci cela celle celui ces cet cette chaque chez ci combien \
     comme comment d dans de deja depuis des donc dont du elle elles en encore entre es est et etaient etait etant ete \
     etes etre eu eux faire fais fait faites faut font ici il ils j jamais je jusqu jusque l la laquelle le lequel les \
     leur leurs lors lorsque lui m ma mais me meme memes merci mes mien mienne moi moins mon n ne ni non nos notre nous \
     on ont or ou par parce pas pendant peu peut peuvent peux plus plutot pour pourquoi pourrais pourrait pouvez pouvoir \
     puis puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi rien s sa sans se sera serait \
     ses si sinon soit sommes son sont sous suis sur t ta tandis te tel telle tes toi ton toujours tous tout toute toutes \
     tres trop tu un une va vais vas vers veut veux voici voila vont vos votre voudrais vous vraiment y",
    ),
];

/// Characters without a topic.
const SMALL_IN_CHINESE: &str = "的了吗呢吧啊呀嘛么我你您他她它们是有没不在和跟与或就也都还很太最更再又才只要想能可以会怎样如何\
     为什哪谁多少几个一这那里到去来从把被给让用得地着过请问办做对每次已经所些点";
