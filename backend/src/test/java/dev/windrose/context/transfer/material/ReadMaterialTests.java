package dev.windrose.context.transfer.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WindroseTest
class ReadMaterialTests {

    private static Material read(String name, byte[] bytes) {
        try {
            return Workspaces.bean(ReadMaterial.class).of(name, bytes);
        } catch (UnreadableMaterial e) {
            throw new AssertionError(e.why(), e);
        }
    }

    private static Material read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void unreadable(String name, byte[] bytes, String why) {
        assertThatExceptionOfType(UnreadableMaterial.class)
                .isThrownBy(() -> Workspaces.bean(ReadMaterial.class).of(name, bytes))
                .withMessageContaining(why);
    }

    private static List<String> headings(Material material) {
        return material.parts().stream().map(Part::heading).toList();
    }

    @Test
    void cutsMarkdownAtItsHeadings() {
        var read = read(
                "notes.md", "Before.\n\n# Tone\n\nPlain.\n\n## Words\n\n- Short\n- Warm\n\n```\n# no heading\n```\n");
        assertThat(headings(read)).containsExactly("Notes", "Tone", "Words");
        assertThat(read.parts().get(2).above()).containsExactly("Tone");
        assertThat(read.parts().get(2).text()).contains("- Short\n- Warm").contains("# no heading");
    }

    @Test
    void takesWordsOfAPageAndNothingThatRuns() {
        var read = read(
                "page.html",
                "<html><head><title>x</title><script>steal()</script></head><body><nav>Home</nav><h1>Who we are</h1>"
                        + "<p onclick=\"run()\">We bake<b> bread</b>.</p><script>alert(1)</script><ul><li>Fresh</li><li>Early</li></ul>"
                        + "<svg><text>hidden</text></svg><p>1 &lt; 2</p><iframe src=\"javascript:x\">in</iframe></body></html>");
        assertThat(headings(read)).containsExactly("Who we are");
        assertThat(read.parts().getFirst().text()).isEqualTo("We bake bread.\n\n- Fresh\n- Early\n\n1 < 2");
    }

    @Test
    void readsHeadingsOfWordInAnyLanguage() {
        var read = read(
                "leitfaden.docx",
                Documents.word(Documents.heading("Rabatte")
                        + Documents.paragraph("Rabatt über 15 % braucht die Leitung.")
                        + Documents.heading("Tonalität")
                        + Documents.paragraph("Klar und freundlich.")));
        assertThat(headings(read)).containsExactly("Rabatte", "Tonalität");
        assertThat(read.parts().getFirst().text()).isEqualTo("Rabatt über 15 % braucht die Leitung.");
    }

    @Test
    void readsSlidesInTheOrderInWhichTheyAreShown() {
        String p = "xmlns:p=\"p\" xmlns:a=\"a\" xmlns:r=\"r\"";
        String slide =
                "<p:sld %s><p:sp><p:ph type=\"title\"/><a:p><a:t>%s</a:t></a:p></p:sp><p:sp><a:p><a:t>%s</a:t></a:p></p:sp></p:sld>";
        var read = read(
                "deck.pptx",
                Documents.zip(Map.of(
                        "ppt/presentation.xml",
                        "<p:presentation %s><p:sldId id=\"1\" r:id=\"r2\"/><p:sldId id=\"2\" r:id=\"r1\"/></p:presentation>"
                                .formatted(p),
                        "ppt/_rels/presentation.xml.rels",
                        "<R><Relationship Id=\"r1\" Target=\"slides/slide1.xml\"/><Relationship Id=\"r2\" Target=\"slides/slide2.xml\"/></R>",
                        "ppt/slides/slide1.xml",
                        slide.formatted(p, "Why us", "Fast"),
                        "ppt/slides/slide2.xml",
                        slide.formatted(p, "The problem", "Late"))));
        assertThat(headings(read)).containsExactly("The problem", "Why us");
        assertThat(read.parts()).extracting(Part::place).containsExactly("slide 1", "slide 2");
    }

    @Test
    void readsTwoHundredPagesAndNamesThem() {
        var pages = new ArrayList<List<String>>();
        for (int page = 1; page <= 200; page++) {
            pages.add(List.of(
                    "Handbook of the company",
                    "Rule number " + page,
                    "Each call is written down on the same day by whoever had the call, and what was promised stands in the",
                    "first line of the note so that nobody has to look for it when the customer calls again a week later.",
                    "Page " + page));
        }
        var read = read("handbook.pdf", Documents.pdf(pages, ""));
        assertThat(read.parts()).hasSize(200);
        assertThat(read.parts().get(99).heading()).isEqualTo("Rule number 100");
        assertThat(read.parts().get(99).place()).isEqualTo("page 100");
        assertThat(read.parts().get(99).text())
                .startsWith("Each call")
                .doesNotContain("Handbook")
                .doesNotContain("Page");
    }

    @Test
    void makesARowAnEntry() {
        var read = read(
                "faq.csv",
                "Question;Answer;Category;Owner\n\"Can we; pay?\";Yes.;best_practice;Ruth\n;;;\nRefund?;No.;;\n");
        assertThat(headings(read)).containsExactly("Can we; pay?", "Refund?");
        assertThat(read.parts().getFirst().text()).isEqualTo("Yes.\n\nOwner: Ruth");
        assertThat(read.parts().getFirst().given()).containsEntry("category", "best_practice");
    }

    @Test
    void saysOfEachFileThatCannotBeReadWhy() {
        unreadable("a.md", new byte[0], "empty");
        unreadable("a.pdf", Documents.pdf(List.of(List.of("Secret")), "open"), "password");
        unreadable("a.pdf", "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8), "damaged");
        unreadable("a.pdf", Documents.pdf(List.of(List.of()), ""), "No words");
        byte[] word = Documents.word(Documents.paragraph("x".repeat(400)));
        unreadable("a.docx", Arrays.copyOf(word, word.length / 3), "damaged");
        unreadable("a.docx", Documents.zip(Map.of("word/other.xml", "<a/>")), "text is missing");
        unreadable("a.docx", Documents.word("<w:p><w:t>open"), "damaged");
        unreadable("a.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "password");
        unreadable("a.bin", new byte[] {1, 0, 2, 0}, "no text");
        unreadable("a.zip", Documents.zip(Map.of("b.md", "x")), "ZIP within a ZIP");
    }

    @Test
    void namesNoOtherFile() {
        String outside = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        var packed = Documents.zip(Map.of(
                "word/document.xml",
                outside + "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>a&x;b</w:t></w:r></w:p></w:document>"));
        try {
            var read = Workspaces.bean(ReadMaterial.class).of("a.docx", packed);
            assertThat(read.parts()).allSatisfy(part -> assertThat(part.text()).doesNotContainPattern("a[a-z0-9]+b"));
        } catch (UnreadableMaterial refused) {
            assertThat(refused.why()).contains("damaged");
        }
    }

    private static Proposal proposed(String heading, String text) {
        return RecordWorld.fresh().in(() -> Workspaces.bean(ProposeEntry.class)
                .of(new Part(List.of(), heading, text, "page 2", Map.of()), "deck.pdf"));
    }

    @Test
    void saysWhatAPartMayBeAndWhy() {
        var policy = proposed("How far we go", "Discount above 15 % needs the sales lead.");
        assertThat(policy.front()).containsEntry("category", "policy").containsEntry("kind", "approval");
        assertThat(policy.front()).containsEntry("status", "draft").containsEntry("source", "deck.pdf, page 2");
        assertThat(policy.reasons()).singleElement().asString().startsWith("It compiles to a rule");
        assertThat(proposed("Can we pay by card?", "Yes.").front()).containsEntry("kind", "faq");
        assertThat(proposed("First mail", "Hi {{first_name}}, we met.").front()).containsEntry("kind", "email");
        assertThat(proposed("Tone of voice", "Plain.\nNever loud.").front())
                .containsEntry("kind", "tone")
                .containsEntry("details", Map.of("do", List.of("Plain"), "dont", List.of("Never loud")));
        assertThat(proposed("Our ideal customer", "Plants with permits.").front())
                .containsEntry("kind", "ideal_customer_profile");
        assertThat(proposed("Unser Idealkunde", "Werke mit einer Genehmigung und für die Behörde.")
                        .front())
                .containsEntry("language", "de")
                .containsEntry("kind", "ideal_customer_profile");
        var unknown = proposed("Zebra", "Stripes all over.");
        assertThat(unknown.sure()).isFalse();
        assertThat(unknown.reasons()).singleElement().asString().contains("choose one");
    }
}
