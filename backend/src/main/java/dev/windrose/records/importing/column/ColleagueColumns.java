package dev.windrose.records.importing.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a file of colleagues says who they are; -1 where it does not.
 *
 * @param names the columns that make the name together
 */
public record ColleagueColumns(int id, int email, List<Integer> names) {

    private static final Set<String> ID = Set.of("ownerid", "userid");
    private static final Set<String> WHOLE = Set.of("name", "fullname", "ownername", "username");

    public static ColleagueColumns of(List<ProfileColumn> columns) {
        int id = -1;
        int email = -1;
        int whole = -1;
        var parts = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            var words = HeaderWords.of(columns.get(i).name());
            if (id < 0 && words.stream().anyMatch(ID::contains)) {
                id = i;
            } else if (email < 0 && words.contains("email")) {
                email = i;
            } else if (words.stream().anyMatch(WHOLE::contains)) {
                whole = i;
            } else if (IdWords.partOfName(
                                    SuggestFields.FIRST_NAME, columns.get(i).name())
                            > 0
                    || IdWords.partOfName(
                                    SuggestFields.LAST_NAME, columns.get(i).name())
                            > 0) {
                parts.add(i);
            }
        }
        return new ColleagueColumns(id, email, whole < 0 || !parts.isEmpty() ? parts : List.of(whole));
    }
}
