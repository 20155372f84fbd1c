package dev.windrose.llm.language;

import static dev.windrose.llm.language.NameTag.GIVEN_NAME;
import static dev.windrose.llm.language.NameTag.MIDDLE_INITIAL;
import static dev.windrose.llm.language.NameTag.PREFIX_OTHER;
import static dev.windrose.llm.language.NameTag.SUFFIX_GENERATIONAL;
import static dev.windrose.llm.language.NameTag.SURNAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParseNameTests {

    @Test
    void tellsGivenNamesFromSurnamesAlsoWhenTheyAreTurned() {
        assertThat(tags("Walter Lindqvist")).containsExactly(GIVEN_NAME, SURNAME);
        assertThat(tags("LINDQVIST, WALTER B")).containsExactly(SURNAME, GIVEN_NAME, MIDDLE_INITIAL);
        assertThat(tags("Dr. Ellen R. Garrick Jr."))
                .containsExactly(PREFIX_OTHER, GIVEN_NAME, MIDDLE_INITIAL, SURNAME, SUFFIX_GENERATIONAL);
    }

    @Test
    void learnsFromLabelledNames() {
        var names = new ArrayList<List<NamePart>>();
        for (var given : List.of("Mara", "Tove", "Ansel", "Odile")) {
            for (var surname : List.of("Quill", "Brandt", "Kestrel", "Holloway")) {
                names.add(List.of(new NamePart(SURNAME, surname + ","), new NamePart(GIVEN_NAME, given)));
            }
        }
        var parser = LearnNames.from(names);
        assertThat(parser.parts(List.of("Pemberton,", "Ruben")))
                .extracting(NamePart::tag)
                .containsExactly(SURNAME, GIVEN_NAME);
    }

    @Test
    void answersNothingForABlankName() {
        assertThat(ParseName.of(" ")).isEmpty();
    }

    private static List<NameTag> tags(String name) {
        return ParseName.of(name).stream().map(NamePart::tag).toList();
    }
}
