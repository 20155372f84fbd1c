package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in the sentences of a policy what may not be written: words, promises, names of competitors. What else it forbids is left to people. */
final class ReadBans {

    private static final String NOT =
            "(?:never|(?:do|does|must|may|shall|should|can|will|are|is)(?: not|n't)(?: to)?|cannot|not to|(?:nobody|no one)(?: may| is to)?|avoid|refrain from|nie(?:mals)?|nicht)";
    private static final String SAY =
            "(?:say|saying|write|writing|use|using|claim|claiming|print|printing|speak of|speaking of|call (?:it|us|them|anything|ourselves|a product|our products?)|describe (?:it|us|them|anything|our products?) as)";
    private static final String PROMISE =
            "(?:promise|promising|guarantee|guaranteeing|commit to|committing to|assure|assuring|confirm|confirming|pledge|announce|announcing)";

    private static final Pattern WORDS = Pattern.compile("\\b" + NOT + " (?:\\p{L}+ )?" + SAY + "\\b:? (.+)");
    private static final Pattern NOT_USED = Pattern.compile(
            "^(?:the )?(?:words?|phrases?|terms?|expressions?)\\b:? (.+?) (?:is|are|may|must|should)(?: not|n't| never)(?: be)? (?:used|said|written|allowed)");
    private static final Pattern PROMISES = Pattern.compile("\\b" + NOT + " (?:\\p{L}+ )?" + PROMISE + "\\b (.+)");
    private static final Pattern NOT_PROMISED = Pattern.compile(
            "^(?:no |an? |the )?(.+?) (?:is|are|may|must|will)(?: not| never)?(?: be)? (?:promised|guaranteed|committed to|assured|confirmed|announced)\\b");
    private static final Pattern COMPETITORS = Pattern.compile(
            "\\b(?:competitors?|rivals?|competition)\\b.{0,40}\\b(?:not|never|no)\\b.{0,20}\\b(?:named|mentioned)\\b|\\b(?:never|not|n't)\\b.{0,20}\\b(?:name|mention)\\b.{0,20}\\b(?:competitors?|rivals?)\\b");
    private static final Pattern CONDITION = Pattern.compile("\\b(?:only|unless|except|without|before)\\b");
    private static final Pattern ENDS = Pattern.compile(
            "(?:[.!:]| unless | except | without | before | until | in (?:mails|offers|posts|texts|proposals|writing|public)| to (?:customers|anybody|anyone|a customer)| if )");
    private static final Pattern OUTSIDE =
            Pattern.compile("\\b(?:public|outside|external|post|posts|posted|press|website|social)\\b");
    private static final Pattern QUOTED = Pattern.compile("[\"'*]([^\"'*]{2,60})[\"'*]");
    private static final Pattern LIST = Pattern.compile("\\s*(?:,|;|/| or | and | nor | oder | und )\\s*");
    private static final Pattern LEAD =
            Pattern.compile("^(?:(?:the|a|an|any|that|words?|phrases?|terms?|things?|such as|like|as|or|and) )+");
    private static final int LONGEST_WORD = 4;

    private ReadBans() {}

    /** @param sentences of the clause of a policy, or what a tone does not do */
    static List<Ban> of(String entry, long version, String title, List<String> sentences) {
        var out = new ArrayList<Ban>();
        for (var sentence : sentences) {
            var ban = of(entry, version, title, sentence.strip());
            if (ban != null) {
                out.add(ban);
            }
        }
        return List.copyOf(out);
    }

    private static @Nullable Ban of(String entry, long version, String title, String sentence) {
        var folded = Fold.inPlace(sentence);
        boolean outside = OUTSIDE.matcher(folded).find();
        if (COMPETITORS.matcher(folded).find() && !CONDITION.matcher(folded).find()) {
            return new Ban(entry, version, title, sentence, Ban.Kind.COMPETITORS, List.of(), outside);
        }
        var promise = first(folded, PROMISES, NOT_PROMISED);
        if (promise != null && (PROMISES.matcher(folded).find() || denies(folded))) {
            return ban(entry, version, title, sentence, Ban.Kind.PROMISE, topics(promise), outside);
        }
        var words = first(folded, NOT_USED, WORDS);
        return words == null ? null : ban(entry, version, title, sentence, Ban.Kind.WORDS, words(words), outside);
    }

    private static boolean denies(String folded) {
        return folded.startsWith("no ") || folded.matches(".*\\b(?:not|never)\\b.*");
    }

    private static @Nullable Ban ban(
            String entry,
            long version,
            String title,
            String sentence,
            Ban.Kind kind,
            List<String> words,
            boolean outside) {
        return words.isEmpty() ? null : new Ban(entry, version, title, sentence, kind, words, outside);
    }

    private static @Nullable String first(String folded, Pattern... patterns) {
        for (var pattern : patterns) {
            var found = pattern.matcher(folded);
            if (found.find()) {
                return found.group(1);
            }
        }
        return null;
    }

    private static List<String> words(String said) {
        var quoted = QUOTED.matcher(said)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        return quoted.isEmpty()
                ? parts(said)
                        .filter(word -> word.split(" ").length <= LONGEST_WORD)
                        .toList()
                : quoted;
    }

    private static List<String> topics(String said) {
        return parts(said)
                .filter(topic -> Words.of(topic).stream().anyMatch(Word::content))
                .toList();
    }

    private static Stream<String> parts(String said) {
        var ends = ENDS.matcher(said);
        var rest = ends.find() ? said.substring(0, ends.start()) : said;
        return Stream.of(LIST.split(rest))
                .map(part -> LEAD.matcher(part.strip()).replaceFirst("").strip())
                .map(part -> part.replaceAll("[\"'*]", ""))
                .filter(part -> part.length() > 1);
    }
}
