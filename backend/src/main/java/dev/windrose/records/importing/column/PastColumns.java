package dev.windrose.records.importing.column;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns that tell of the past: the day on which a record entered a stage, or the lines of a file of changes. */
public final class PastColumns {

    /** Begins the target of a column with the day on which the field got a value: {@code entered:stage:won}. */
    public static final String ENTERED = "entered:";

    public static final String FIELD = "history_field";
    public static final String VALUE = "history_value";
    public static final String FROM = "history_from";
    public static final String TO = "history_to";
    public static final String BY = "history_by";
    public static final String WHY = "history_why";

    /** What a column of a file of changes may hold, with what people call it. */
    public static final Map<String, String> OF_FILE = new LinkedHashMap<>();

    static {
        OF_FILE.put(FIELD, "Which field");
        OF_FILE.put(VALUE, "Value");
        OF_FILE.put(FROM, "From");
        OF_FILE.put(TO, "Until");
        OF_FILE.put(BY, "By whom");
        OF_FILE.put(WHY, "Why");
    }

    private static final Pattern ENTRY = Pattern.compile(
            "(?i)(?:properties[._])?(?:hs_)?(?:v2_)?(?:date[ _](?:entered|of entry)|entered(?:[ _](?:stage|on|at))?)[ _:]+(.+)");
    private static final Map<String, Set<String>> WORDS = Map.of(
            FIELD, Set.of("name", "property", "propertyname", "field", "fieldname"),
            VALUE, Set.of("value", "newvalue", "stage", "stagename", "dealstage", "tostage", "status", "state"),
            FROM,
                    Set.of(
                            "from",
                            "since",
                            "start",
                            "enteredat",
                            "dateentered",
                            "entered",
                            "timestamp",
                            "changedat",
                            "changedate",
                            "createddate",
                            "validfrom"),
            TO, Set.of("to", "until", "end", "leftat", "exited", "dateexited", "validto"),
            BY, Set.of("by", "changedby", "createdby", "user", "person", "who"),
            WHY, Set.of("why", "reason", "comment", "remark", "note"));

    private PastColumns() {}

    public static boolean is(String target) {
        return target.startsWith(ENTERED) || OF_FILE.containsKey(target);
    }

    /** By column, what it holds of a file of changes; nothing where the file is none, or brings records. */
    public static Map<String, String> ofFile(Descriptor type, List<ProfileColumn> columns) {
        var found = new LinkedHashMap<String, String>();
        for (String role : OF_FILE.keySet()) {
            for (var column : columns) {
                boolean moment = column.mostly(Shape.DATE);
                boolean wanted = role.equals(FROM) || role.equals(TO);
                if (!found.containsKey(column.name())
                        && (wanted ? moment : !moment || column.empty())
                        && HeaderWords.of(column.name()).stream()
                                .anyMatch(WORDS.getOrDefault(role, Set.of())::contains)) {
                    found.put(column.name(), role);
                    break;
                }
            }
        }
        var roles = found.values();
        boolean complete = roles.contains(VALUE)
                && roles.contains(FROM)
                && key(type, columns).isPresent();
        boolean records = columns.stream()
                .filter(column -> !found.containsKey(column.name()))
                .anyMatch(column -> HeaderWords.of(column.name()).contains(Spelling.squash(type.titleField())));
        return complete && !records ? found : Map.of();
    }

    /** The column that names the record, and how. */
    public static Optional<Map.Entry<String, String>> key(Descriptor type, List<ProfileColumn> columns) {
        String number = type.name() + "_id";
        for (var column : columns) {
            if (type.field(number).isPresent() && HeaderWords.of(column.name()).contains(Spelling.squash(number))) {
                return Optional.of(Map.entry(column.name(), number));
            }
        }
        return columns.stream()
                .filter(column -> IdWords.externalId(type.name(), column.name()) > 0)
                .findFirst()
                .map(column -> Map.entry(column.name(), SuggestFields.EXTERNAL_ID));
    }

    /** The target of a column with the days on which records entered a value. */
    public static Optional<String> entered(Map<String, FieldDescriptor> histories, String column) {
        Matcher entry = ENTRY.matcher(column.strip());
        if (!entry.matches()) {
            return Optional.empty();
        }
        String word = entry.group(1).replaceFirst("\\s*\\([^)]*\\)\\s*$", "").replaceAll("^[\"']|[\"']$", "");
        String squashed = Spelling.squash(word);
        for (var history : histories.entrySet()) {
            for (var choice : history.getValue().choices()) {
                if (Spelling.squash(choice.value()).equals(squashed)
                        || Spelling.squash(choice.label()).equals(squashed)
                        || Synonyms.means(choice.value(), squashed)) {
                    return Optional.of(ENTERED + history.getKey() + ":" + choice.value());
                }
            }
        }
        return Optional.empty();
    }

    /** The history that a word of a file means, as the name of a property. */
    public static Optional<String> history(Descriptor type, Map<String, FieldDescriptor> histories, String word) {
        var forms = HeaderWords.of(word);
        for (var history : histories.entrySet()) {
            var names = new HashSet<>(Synonyms.of(type.name(), history.getValue()));
            names.add(Spelling.squash(history.getValue().name()));
            names.add(Spelling.squash(history.getValue().label()));
            names.add(history.getKey().toLowerCase(Locale.ROOT));
            if (forms.stream().anyMatch(names::contains)) {
                return Optional.of(history.getKey());
            }
        }
        return Optional.empty();
    }
}
