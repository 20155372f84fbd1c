package dev.windrose.agents.plan;

import dev.windrose.agents.ask.FindNamed;
import dev.windrose.agents.ask.Named.Candidate;
import dev.windrose.agents.ask.Vocabulary;
import dev.windrose.agents.ask.Word;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds what a message names, of that what whoever speaks may see. */
@Component
class ReadMentions {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d-])\\p{L}{1,5}-\\d+(?![\\p{L}\\d-])");

    private final FindNamed names;
    private final Descriptors descriptors;
    private final NumberStore numbers;
    private final Records records;

    ReadMentions(FindNamed names, Descriptors descriptors, NumberStore numbers, Records records) {
        this.names = names;
        this.descriptors = descriptors;
        this.numbers = numbers;
        this.records = records;
    }

    List<Mention> in(String text) {
        var found = new ArrayList<Mention>();
        var number = NUMBER.matcher(text);
        while (number.find()) {
            var candidates = numbers.of(number.group()).stream()
                    .flatMap(one -> records.byIds(one.type(), Set.of(one.id())).values().stream())
                    .map(record -> new Candidate(record.type(), record.id(), record.title(), true))
                    .toList();
            if (!candidates.isEmpty()) {
                found.add(new Mention(number.start(), number.end(), candidates));
            }
        }
        var words = Word.of(text);
        if (!words.isEmpty()) {
            names.in(words, new boolean[words.size()], Vocabulary.ofTypes(descriptors)).stream()
                    .map(named -> new Mention(
                            words.get(named.from()).start(),
                            words.get(named.to() - 1).end(),
                            named.candidates()))
                    .filter(one ->
                            found.stream().noneMatch(other -> other.start() < one.end() && one.start() < other.end()))
                    .forEach(found::add);
        }
        found.sort(java.util.Comparator.comparingInt(Mention::start));
        return found;
    }
}
