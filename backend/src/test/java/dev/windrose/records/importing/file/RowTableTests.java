package dev.windrose.records.importing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowTableTests {

    @TempDir
    Path folder;

    @Test
    void readsASheetWithNumbersDatesAndGaps() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "Windrose", "1.0")) {
            book.newWorksheet("Empty");
            var sheet = book.newWorksheet("People");
            var names = List.of("Name", "Size", "Since", "Active");
            names.forEach(name -> sheet.value(1, names.indexOf(name), name));
            sheet.value(2, 0, "Ada Abel");
            sheet.value(2, 1, 12.5);
            sheet.value(2, 2, LocalDate.of(2026, 3, 31));
            sheet.style(2, 2).format("dd.mm.yyyy").set();
            sheet.value(2, 3, true);
            sheet.value(4, 0, "Bruno Brandt");
            sheet.value(4, 3, false);
        }
        var format = DetectFormat.of(file);
        assertThat(format.form()).isEqualTo(FileKind.XLSX);
        assertThat(format.sheets()).containsExactly("People");
        assertThat(rows(file, format))
                .containsExactly(
                        List.of("Ada Abel", "12.5", "2026-03-31", "true"), List.of("Bruno Brandt", "", "", "false"));
    }

    /** As programs write them: texts stand in the cells, and nothing says how numbers look. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAWorkbookWithoutStylesAndSharedTexts(boolean promised) throws IOException {
        Path file = folder.resolve("bare.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/>%2$s</Types>
                    """.formatted(main, promised ? """
                    <Override PartName="/xl/styles.xml" ContentType="%1$sstyles+xml"/>
                    <Override PartName="/xl/sharedStrings.xml" ContentType="%1$ssharedStrings+xml"/>""".formatted(main) : ""));
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                     xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>
                    """);
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                    </Relationships>
                    """);
            part(zip, "xl/worksheets/sheet1.xml", """
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                    <row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Size</t></is></c></row>
                    <row r="2"><c r="A2" t="inlineStr"><is><t>Ada Abel</t></is></c><c r="B2" s="1"><v>12.5</v></c></row>
                    </sheetData></worksheet>
                    """);
        }
        assertThat(rows(file, DetectFormat.of(file))).containsExactly(List.of("Ada Abel", "12.5"));
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAWorkbookThatUnpacksToFarMoreThanItShould() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> DetectFormat.of(file))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(FileError.ZIP_BOMB));
    }

    @Test
    void readsObjectsOfJsonWithWhatLiesWithin() throws IOException {
        Path file = write("""
                {"name":"Ada","address":{"city":"Ulm","zip":"89073"},"tags":["a","b"],"size":1.50}
                not json
                {"name":"Bruno","more":null}
                """, StandardCharsets.UTF_8);
        var format = DetectFormat.of(file);
        try (var table = RowTable.open(file, format)) {
            assertThat(table.header()).containsExactly("name", "address.city", "address.zip", "tags", "size", "more");
            assertThat(table.next().orElseThrow().cells()).containsExactly("Ada", "Ulm", "89073", "a; b", "1.50", "");
            assertThat(table.next().orElseThrow().problem()).isEqualTo("The line is no object of JSON.");
            assertThat(table.next().orElseThrow().cell(0)).isEqualTo("Bruno");
            assertThat(table.next()).isEmpty();
        }
    }

    @Test
    void readsAddressCardsOfAllVersions() throws IOException {
        Path file = write("""
                BEGIN:VCARD
                VERSION:3.0
                FN:Ada Abel
                N:Abel;Ada;;;
                ORG:Alder & Vale\\, Ltd;Sales
                EMAIL;TYPE=work:ada@alder.example
                EMAIL:ada@home.example
                item1.TEL;TYPE="work,voice":+49 731 5550
                 10
                NOTE:First line\\nsecond
                END:VCARD
                BEGIN:VCARD
                VERSION:2.1
                FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =
                Jansen
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                FN:Kira Kant
                TEL;VALUE=uri;TYPE=cell:tel:+44-20-5550
                X-THING:kept
                END:VCARD
                """, StandardCharsets.UTF_8);
        var format = DetectFormat.of(file);
        assertThat(format.form()).isEqualTo(FileKind.VCARD);
        try (var table = RowTable.open(file, format)) {
            var ada = table.next(1).getFirst();
            var header = table.header();
            assertThat(ada.cell(header.indexOf("Company"))).isEqualTo("Alder & Vale, Ltd");
            assertThat(ada.cell(header.indexOf("E-mail 2"))).isEqualTo("ada@home.example");
            assertThat(ada.cell(header.indexOf("Phone"))).isEqualTo("+49 731 555010");
            assertThat(ada.cell(header.indexOf("Notes"))).isEqualTo("First line\nsecond");
            assertThat(table.next().orElseThrow().cell(0)).isEqualTo("Jörg Jansen");
            var kira = table.next().orElseThrow();
            assertThat(kira.cell(header.indexOf("Phone"))).isEqualTo("+44-20-5550");
            assertThat(kira.cell(header.indexOf("Other"))).isEqualTo("X-THING: kept");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, Müller und Søn",
        "UTF-16LE, Müller und Søn",
        "windows-1252, Müller und Søn près de l'Étang",
        "windows-1251, Компания Северный ветер",
        "windows-1253, Εταιρεία του Βορρά",
        "Shift_JIS, 株式会社ひまわり商店カタログ",
        "EUC-KR, 주식회사 해바라기 서울 지점",
        "GB18030, 向日葵有限公司北京分公司",
    })
    void findsTheEncoding(String encoding, String name) throws IOException {
        var text = new StringBuilder("name,city\n");
        for (int row = 0; row < 20; row++) {
            text.append(name).append(",Ulm\n");
        }
        Path file = write(text.toString(), Charset.forName(encoding));
        assertThat(rows(file, DetectFormat.of(file)).getFirst().getFirst()).isEqualTo(name);
    }

    @Test
    void keepsFewLongRowsInMemory() throws IOException {
        String cell = "x".repeat(10_000_000);
        Path file = write("name,note\na,%s\nb,%s\nc,short\n".formatted(cell, cell), StandardCharsets.UTF_8);
        try (var table = RowTable.open(file, DetectFormat.of(file))) {
            assertThat(table.next(1000)).hasSize(1);
            assertThat(table.next(1000)).hasSize(1);
            assertThat(table.next(1000)).hasSize(1);
        }
    }

    private Path write(String text, Charset encoding) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, text.getBytes(encoding));
        return file;
    }

    private static List<List<String>> rows(Path file, FileFormat format) {
        var rows = new ArrayList<List<String>>();
        try (var table = RowTable.open(file, format)) {
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get().cells());
            }
        }
        return rows;
    }
}
