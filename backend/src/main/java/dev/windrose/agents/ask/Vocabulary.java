package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Meaning.OfField;
import dev.windrose.agents.ask.Meaning.OfMoment;
import dev.windrose.agents.ask.Meaning.OfType;
import dev.windrose.agents.ask.Meaning.OfValue;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a schema: of its types, and of the fields and values of one type and of those it refers to. */
public final class Vocabulary {

    private static final Set<String> NO_FIELDS = Set.of("id", "version", "change_history", "company_hierarchy");
    private static final Set<String> FOLLOWED = Set.of("company", "product", "deal", "contact", "issue", "project");
    private static final Map<String, String> WITHOUT = Map.of("_id", "", "deal_", "", "is_", "");

    private final Map<String, List<Entry>> byFirst = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /** @param far how many references were followed */
    record Entry(List<String> stems, Meaning meaning, int far) {}

    public static Vocabulary ofTypes(Descriptors descriptors) {
        var words = new Vocabulary();
        for (var type : descriptors.all()) {
            for (var label :
                    List.of(type.label(), type.labelPlural(), type.name().replaceFirst("^c_", ""))) {
                words.put(label, new OfType(type.name(), List.of()), 0);
            }
        }
        for (var entry : Lexicon.ENTRIES) {
            if (entry.kind().equals("type") && descriptors.find(entry.type()).isPresent()) {
                var with = entry.field() == null
                        ? List.<Condition>of()
                        : List.<Condition>of(new Condition.Is(
                                entry.field(), Set.copyOf(entry.values()), false, String.join(", ", entry.values())));
                entry.phrases().forEach(phrase -> words.put(phrase, new OfType(entry.type(), with), 0));
            }
        }
        return words;
    }

    /** @param texts by type and field the values that texts have, where they are few */
    static Vocabulary of(Descriptors descriptors, Descriptor type, TextValues texts) {
        var words = new Vocabulary();
        words.fields(type, "", 0, texts);
        for (var field : type.fields().values()) {
            var other = field.kind() == FieldKind.REFERENCE && field.stored() && field.ref() != null
                    ? descriptors.find(field.ref()).orElse(null)
                    : null;
            if (other != null
                    && FOLLOWED.contains(other.name())
                    && !other.name().equals(type.name())) {
                words.fields(other, field.name() + ".", 1, texts);
            }
        }
        return words;
    }

    private void fields(Descriptor type, String prefix, int far, TextValues texts) {
        for (var field : type.fields().values()) {
            if (NO_FIELDS.contains(field.name()) || far > 0 && !field.stored()) {
                continue;
            }
            String path = prefix + field.name();
            put(field.label(), new OfField(path, field), far);
            var name = field.name().replaceFirst("^c_", "");
            for (var cut : WITHOUT.entrySet()) {
                name = name.replace(cut.getKey(), cut.getValue());
            }
            put(name.replace('_', ' '), new OfField(path, field), far);
            for (var choice : field.choices()) {
                var value = new OfValue(path, field, List.of(choice.value()), choice.label());
                put(choice.label(), value, far);
                put(choice.value().replace('_', ' '), value, far);
            }
            texts.of(type.name(), field.name())
                    .forEach(text -> put(text, new OfValue(path, field, List.of(text), text), far));
            if (field.kind() == FieldKind.COUNTRY) {
                countries(path, field, far);
            }
        }
        lexicon(type, prefix, far);
    }

    private void lexicon(Descriptor type, String prefix, int far) {
        for (var entry : Lexicon.ENTRIES) {
            if (!entry.type().equals(type.name())
                    || entry.field() == null
                    || entry.kind().equals("type")) {
                continue;
            }
            var field = type.field(entry.field()).orElse(null);
            if (entry.kind().equals("moment")
                    && far == 0
                    && (field != null || entry.field().startsWith("~"))) {
                entry.phrases().forEach(phrase -> put(phrase, new OfMoment(entry.field()), far));
            } else if (entry.kind().equals("field") && field != null) {
                entry.phrases().forEach(phrase -> put(phrase, new OfField(prefix + field.name(), field), far));
            } else if (entry.kind().equals("value") && field != null) {
                List<Object> values = entry.values().stream()
                        .map(value -> field.kind() == FieldKind.BOOLEAN ? (Object) Boolean.valueOf(value) : value)
                        .toList();
                var told = String.join(" or ", entry.values()).replace('_', ' ');
                entry.phrases()
                        .forEach(phrase -> put(phrase, new OfValue(prefix + field.name(), field, values, told), far));
            }
        }
    }

    private void countries(String path, FieldDescriptor field, int far) {
        for (String code : Locale.getISOCountries()) {
            var name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            put(name, new OfValue(path, field, List.of(code), name), far);
        }
        Map.of("uk", "GB", "britain", "GB", "england", "GB", "usa", "US", "us", "US", "america", "US", "holland", "NL")
                .forEach((word, code) -> put(
                        List.of(word),
                        new OfValue(
                                path, field, List.of(code), Locale.of("", code).getDisplayCountry(Locale.ENGLISH)),
                        far));
    }

    private void put(String phrase, Meaning meaning, int far) {
        put(Word.stems(phrase), meaning, far);
    }

    private void put(List<String> stems, Meaning meaning, int far) {
        if (stems.isEmpty()) {
            return;
        }
        var entry = new Entry(stems, meaning, far);
        var list = byFirst.computeIfAbsent(stems.getFirst(), _ -> new ArrayList<>());
        if (!list.contains(entry)) {
            list.add(entry);
        }
        known.addAll(stems);
    }

    /** All that stands at this place, the longest and nearest first. */
    List<Entry> at(List<Word> words, int from) {
        return byFirst.getOrDefault(words.get(from).stem(), List.of()).stream()
                .filter(entry -> matches(entry.stems(), words, from))
                .sorted(java.util.Comparator.comparingInt(
                                (Entry entry) -> -entry.stems().size())
                        .thenComparingInt(Entry::far))
                .toList();
    }

    private static boolean matches(List<String> stems, List<Word> words, int from) {
        if (from + stems.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < stems.size(); i++) {
            if (!words.get(from + i).stem().equals(stems.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean knows(String stem) {
        return known.contains(stem);
    }

    Set<String> known() {
        return known;
    }
}
