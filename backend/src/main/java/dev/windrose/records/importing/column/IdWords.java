package dev.windrose.records.importing.column;

import java.util.Map;
import java.util.Set;

/** What columns are called that fill no field of their own: ids of other systems and the parts of names. */
final class IdWords {

    private IdWords() {}

    private static final Map<String, Set<String>> PARTS_OF_NAMES = Map.of(
            SuggestFields.FIRST_NAME,
            Set.of("firstname", "givenname", "forename", "vorname", "prenom", "nombre", "nome"),
            SuggestFields.LAST_NAME,
            Set.of("lastname", "surname", "familyname", "nachname", "familienname", "nom", "apellido", "cognome"));

    /** How much a column name says that it holds the part of a person's name. */
    static int partOfName(String part, String column) {
        return HeaderWords.of(column).stream()
                        .anyMatch(form ->
                                PARTS_OF_NAMES.getOrDefault(part, Set.of()).contains(form)
                                        || form.startsWith("contact")
                                                && PARTS_OF_NAMES
                                                        .getOrDefault(part, Set.of())
                                                        .contains(form.substring("contact".length())))
                ? 88
                : 0;
    }

    /** How much a column name says that it holds the record's id elsewhere. */
    static int externalId(String type, String column) {
        return HeaderWords.of(column).stream()
                .mapToInt(form -> externalIdForm(type, form))
                .max()
                .orElse(0);
    }

    private static int externalIdForm(String type, String name) {
        if (name.equals("externalid") || name.equals("recordid") || name.equals("sourceid") || name.equals("crmid")) {
            return 95;
        }
        String kind = type.equals("company")
                ? "(company|account|organi[sz]ation)"
                : type.equals("deal")
                        ? "(deal|opportunity)"
                        : type.equals("contact") ? "(contact|person|lead|customer)" : type;
        return name.equals("id")
                        || name.matches(kind + "id(18)?")
                        || name.matches("(hubspot|salesforce|pipedrive|zoho)(" + kind + ")?id")
                ? 80
                : 0;
    }
}
