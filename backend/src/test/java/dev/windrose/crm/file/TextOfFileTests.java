package dev.windrose.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TextOfFileTests {

    @Test
    void readsPlainTextsInTheirEncodings() throws IOException {
        assertThat(text(ContentType.CSV, "Zürich;12".getBytes(StandardCharsets.UTF_8)))
                .contains("Zürich;12");
        assertThat(text(ContentType.TEXT, "Zürich".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("Zürich");
        assertThat(text(ContentType.TEXT, "\uFEFFZürich".getBytes(StandardCharsets.UTF_16LE))
                        .orElseThrow())
                .contains("Zürich");
        assertThat(text(ContentType.PNG, new byte[] {1, 2})).isEmpty();
    }

    @Test
    void leavesOutWhatPagesDoNotShow() throws IOException {
        String page = "<head><title>x</title></head><p>Offer &amp; terms</p><script>var hidden = 1 < 2;</script>"
                + "<!-- unseen --><b>blue</b> pumps <style>p{}</style";
        assertThat(text(ContentType.HTML, page.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .split("\\s+"))
                .containsExactly("", "Offer", "&", "terms", "blue", "pumps");
    }

    @Test
    void readsWordsOfDocuments() throws IOException {
        String xml =
                "<w:document><w:p><w:r><w:t>Deli</w:t></w:r><w:r><w:t>very</w:t></w:r></w:p><w:p>terms</w:p></w:document>";
        assertThat(text(ContentType.WORD, zip("word/document.xml", xml))
                        .orElseThrow()
                        .split("\\s+"))
                .containsExactly("Delivery", "terms");
        assertThat(text(ContentType.WORD, zip("other.xml", xml))).isEmpty();
    }

    @Test
    void readsTextsOfWorkbooksAndSlides() throws IOException {
        String shared = "<sst><si><t>Pump</t></si><si><r><t>Val</t></r><r><t>ve</t></r></si></sst>";
        assertThat(text(ContentType.EXCEL, zip("xl/sharedStrings.xml", shared))
                        .orElseThrow()
                        .split("\\s+"))
                .containsExactly("Pump", "Valve");
        String sheet = "<c r=\"A1\"><f>SUM(B1)</f><v>77</v></c><c t=\"inlineStr\"><is><t>Gasket</t></is></c>";
        assertThat(text(ContentType.EXCEL, zip("xl/worksheets/sheet1.xml", sheet))
                        .orElseThrow()
                        .strip())
                .isEqualTo("Gasket");
        String slide = "<a:p><a:r><a:t>Road</a:t></a:r><a:r><a:t>map</a:t></a:r></a:p><a:p><a:t>Berlin</a:t></a:p>";
        assertThat(text(ContentType.SLIDES, zip("ppt/slides/slide2.xml", slide))
                        .orElseThrow()
                        .split("\\s+"))
                .containsExactly("Roadmap", "Berlin");
    }

    @Test
    void readsNoMoreOfAPackedBombThanIsAllowed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var megabyte = new byte[1 << 20];
            for (int sheet = 1; sheet <= 3; sheet++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet%d.xml".formatted(sheet)));
                for (int i = 0; i < 200; i++) {
                    zip.write(megabyte);
                }
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<si><t>Pump</t></si>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(text(ContentType.EXCEL, bytes.toByteArray()).orElse("")).doesNotContain("Pump");
    }

    @Test
    void readsPagesInAProcessThatABrokenFileOrABombEnds() throws IOException {
        try (var reader = new PdfReader(Duration.ofSeconds(20))) {
            assertThat(reader.words(Pdfs.saying("Quoxling delivery")))
                    .hasValueSatisfying(words -> assertThat(words).contains("Quoxling delivery"));
            assertThat(reader.words("%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
            assertThat(reader.words(Pdfs.unpackingTo(300)))
                    .satisfiesAnyOf(words -> assertThat(words).isEmpty(), words -> assertThat(words.orElseThrow())
                            .isBlank());
            assertThat(reader.words(Pdfs.saying("Still here")))
                    .hasValueSatisfying(words -> assertThat(words).contains("Still here"));
        }
    }

    @Test
    void givesUpOnPagesThatTakeTooLong() throws IOException {
        try (var reader = new PdfReader(Duration.ofMillis(1))) {
            assertThat(reader.words(Pdfs.saying("Too late"))).isEmpty();
        }
    }

    private static Optional<String> text(ContentType type, byte[] content) throws IOException {
        return TextOfFile.of(type, new ByteArrayInputStream(content));
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
