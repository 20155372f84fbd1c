package dev.windrose.records.importing.column;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files whose columns look like those of records and that hold something else. */
public final class FileMeaning {

    private static final Set<String> CHANGED = Set.of("name", "property", "propertyname", "field", "fieldname");
    private static final Set<String> VALUE = Set.of("value", "newvalue");
    private static final Set<String> WHEN = Set.of("timestamp", "changedat", "createddate", "changedate", "date");
    private static final Set<String> COLLEAGUE = Set.of("ownerid", "userid");
    private static final Set<String> RECORD =
            Set.of("id", "recordid", "contactid", "companyid", "accountid", "dealid", "opportunityid");

    private FileMeaning() {}

    /** What the file holds instead of records. */
    public static Optional<String> other(List<ProfileColumn> columns) {
        var words = new HashSet<String>();
        columns.forEach(column -> words.addAll(HeaderWords.of(column.name())));
        if (any(words, CHANGED) && any(words, VALUE) && any(words, WHEN)) {
            return Optional.of(
                    "Holds the history of fields (name, value and time of each change), no records. It is left out.");
        }
        return colleagues(columns)
                ? Optional.of("Holds the people of the team. Invite them under People.")
                : Optional.empty();
    }

    /** Whether the file tells who the colleagues of the other system are. */
    public static boolean colleagues(List<ProfileColumn> columns) {
        var words = new HashSet<String>();
        columns.forEach(column -> words.addAll(HeaderWords.of(column.name())));
        return any(words, COLLEAGUE) && words.contains("email") && !any(words, RECORD);
    }

    private static boolean any(Set<String> words, Set<String> wanted) {
        return wanted.stream().anyMatch(words::contains);
    }
}
