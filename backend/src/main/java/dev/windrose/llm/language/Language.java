package dev.windrose.llm.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the language of a text by the small words that every sentence of it has. Five are told apart; others are only told from those five. A
 * few words in which no such word stands have no language.
 */
public final class Language {

    /** The language of what is none of the five. */
    public static final String OTHER = "other";

    private static final List<String> TOLD = List.of("en", "de", "fr", "es", "pt");

    private static final String WORDS = """
            en the and of to is are was were be been has have had will would can could should not with for from that this these they them their there
            en we our you your he she his her it its on at by as but if or when what which who about after before into out up just please need wants want
            en i i'm we're they're don't didn't isn't it's that's also still than then yet an a do does did all some any more new next my me us
            de der die das den dem des ein eine einen einem einer und oder aber ist sind war waren wird werden wurde hat haben hatte nicht kein keine mit fur
            de von vom zum zur bei beim auf aus nach vor uber unter durch ohne um als wie wenn dass weil sich sie er wir ihr ich mir uns euch ihm ihn
            de auch noch nur schon bitte heute morgen gestern diese dieser dieses sein seine ihre unser unsere soll sollen kann konnen will wollen im am bis
            fr le la les un une des du de et ou mais est sont etait etaient sera seront a ont avait ne pas plus avec pour par sur dans sans chez vers
            fr que qui quoi dont ce cette ces cet il elle ils elles nous vous je tu on se son sa ses leur leurs notre votre aux au lui y en c'est d'accord
            fr aussi encore tres bien deja merci aujourd'hui demain hier veut veulent peut faut etre avoir fait
            es el la los las un una unos unas de del y o pero es son era eran sera esta estan fue ha han habia no con por para sin sobre desde hasta entre
            es que quien cual como cuando donde porque se su sus nos yo tu ella ellos nosotros usted ustedes le les lo al este esta esto estos ese eso
            es tambien ya muy mas hoy ayer manana quiere quieren puede hay hacer firmar en mi me te
            pt o a os as um uma uns umas de do da dos das e ou mas sao era eram foi sera esta estao nao com por para sem sobre desde ate entre pelo pela
            pt que quem qual como quando onde porque se seu sua seus suas nos eu ele ela eles elas voce voces lhe lhes ao aos isso isto este esta esse
            pt tambem ja muito mais hoje ontem amanha quer querem pode ha fazer assinar em no na nos nas num numa meu minha tem vai
            it il lo gli i uno una di del della dello dei degli delle e ed o ma sono era erano sara ha hanno aveva non con per da dal dalla nel nella sul sulla
            it che chi cui come quando dove perche si suo sua loro noi voi io lui lei questo questa questi anche gia molto piu oggi ieri domani vogliono vuole puo alla allo
            nl de het een en of maar is zijn was waren wordt worden heeft hebben had niet geen met voor van bij op uit naar over onder door zonder om als
            nl dat die wie wat hoe wanneer waar omdat zich ze hij zij wij we jullie ik mij ons ook nog al heel vandaag morgen gisteren deze willen wil kan moet aan tot te er
            sv och eller men ar var blir har hade inte ingen med for fran hos pa ut till over under genom utan om som att det den de en ett vi ni jag du han hon
            sv mig oss sig sin sitt deras vara kommer vill kan ska maste idag imorgon igar ocksa mycket redan nar vad vem nasta
            da og eller men er var bliver har havde ikke ingen med for fra hos pa ud til over under gennem uden om som at det den de en et vi jeg du han hun
            da mig os sig sin deres vores kommer vil kan skal i dag morgen ogsa meget allerede nar hvad hvem naeste blev efter
            fi ja tai mutta on ovat oli olivat ei eivat etta joka kun jos niin myos viela nyt tama se he me te mina sina han kanssa ennen jalkeen haluaa haluavat voi pitaa
            pl i oraz lub ale jest sa byl byla byli bedzie nie z ze do od na w we o po przez dla bez pod nad sie ich jego jej my wy oni ten ta to tego tej
            pl jak kiedy gdzie kto co ktory ktora ktore bo aby zeby juz jeszcze tylko tez bardzo dzis jutro wczoraj chca chce moze musi przed tym tygodniu
            cs a i nebo ale je jsou byl byla byli bude neni s se z ze do od na v ve o po pro bez pod nad jejich jeho jeji my vy oni ten ta to toho
            cs jak kdy kde kdo co ktery ktera ktere aby uz jeste jen take velmi dnes zitra vcera chteji chce muze musi pred pristi tyden
            hu a az egy es vagy de van vannak volt nem hogy mint ha is meg mar csak nagyon ma holnap tegnap ez azt ezt ok mi ti en te akarnak akar lesz kell szeretne szeretnek jovo heten
            ro si sau dar este sunt era au nu cu pentru din de la pe prin fara care ce cand unde cine ca sa se lor lui ei noi voi eu tot mai foarte azi maine ieri vor vrea trebuie
            tr ve veya ama bir bu su o ile icin gibi daha cok degil var yok olarak kadar sonra once biz siz ben sen onlar ne zaman nasil mi da de ki gelecek hafta istiyor istiyorlar
            """;

    private static final Map<String, Set<String>> LANGUAGES = read();

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:'\\p{L}+)?");
    /** Letters that none of the five writes. */
    private static final Pattern STRANGE =
            Pattern.compile("[łŁżŻźŹśŚęĘąĄńŃćĆőŐűŰşŞğĞıİřŘěĚůŮžŽšŠčČďĎťŤňŇåÅøØæÆđĐțȚșȘăĂ]");

    private static final int LEAST_STRANGE = 3;
    private static final double LEAST = 1.2;
    private static final double LEAD = 1.25;

    private Language() {}

    /** The code of one of the five languages or {@link #OTHER}; empty where too little stands there to tell. */
    public static Optional<String> of(String text) {
        if (mostlyAnotherScript(text)) {
            return Optional.of(OTHER);
        }
        var scores = scores(text);
        var told = best(scores, true);
        var other = best(scores, false);
        double strange = STRANGE.matcher(text).results().count() >= LEAST_STRANGE ? 2 : 0;
        double toldScore = scores.getOrDefault(told, 0.0);
        double otherScore = scores.getOrDefault(other, 0.0) + strange;
        if (otherScore >= LEAST && otherScore > toldScore * LEAD) {
            return Optional.of(OTHER);
        }
        return toldScore >= LEAST && toldScore >= otherScore ? Optional.of(told) : Optional.empty();
    }

    private static boolean mostlyAnotherScript(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(letter -> Character.isLetter(letter)
                        && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        return letters >= 4 && latin * 2 < letters;
    }

    /** A word that several languages have counts for each of them, and less. */
    private static Map<String, Double> scores(String text) {
        var scores = new HashMap<String, Double>();
        var words = WORD.matcher(Fold.inPlace(text));
        while (words.find()) {
            var word = words.group();
            var having = LANGUAGES.entrySet().stream()
                    .filter(language -> language.getValue().contains(word))
                    .map(Map.Entry::getKey)
                    .toList();
            having.forEach(language -> scores.merge(language, 1.0 / having.size(), Double::sum));
        }
        return scores;
    }

    private static String best(Map<String, Double> scores, boolean told) {
        return scores.entrySet().stream()
                .filter(score -> TOLD.contains(score.getKey()) == told)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Map<String, Set<String>> read() {
        var out = new HashMap<String, Set<String>>();
        WORDS.lines().map(line -> line.split(" ")).forEach(line -> out.computeIfAbsent(line[0], _ -> new HashSet<>())
                .addAll(Arrays.asList(line).subList(1, line.length)));
        return out;
    }
}
