package dev.windrose.llm.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day of the message is Wednesday, 13 May 2026. */
class DatesTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-05-13");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signs by 30 June | 2026-06-30",
                "closing June 30th | 2026-06-30",
                "on 2026-07-02 | 2026-07-02",
                "am 3.6. fertig | 2026-06-03",
                "am 03.06.2027 | 2027-06-03",
                "before 24 December 2026 | 2026-12-24",
                "pushed to Feb | 2027-02-28",
                "end of May | 2026-05-31",
                "Ende August | 2026-08-31",
                "fin septembre | 2026-09-30",
                "a finales de octubre | 2026-10-31",
                "mid-July | 2026-07-15",
                "Mitte Juni | 2026-06-15",
                "mid of November | 2026-11-15",
                "in Q3 | 2026-09-30",
                "end of Q1 2027 | 2027-03-31",
                "end of next month | 2026-06-30",
                "by end of month | 2026-05-31",
                "next month | 2026-06-30",
                "next week | 2026-05-22",
                "end of the week | 2026-05-15",
                "by EOW | 2026-05-15",
                "next Thursday | 2026-05-21",
                "next Mon | 2026-05-18",
                "by Friday | 2026-05-15",
                "this Tuesday | 2026-05-19",
                "nächsten Donnerstag | 2026-05-21",
                "jeudi prochain | 2026-05-21",
                "tomorrow | 2026-05-14",
                "tmrw | 2026-05-14",
                "morgen | 2026-05-14",
                "demain | 2026-05-14",
                "in two weeks | 2026-05-27",
                "in 10 days | 2026-05-23",
                "end of quarter | 2026-06-30",
                "year end | 2026-12-31",
                "by the 21st | 2026-05-21",
                "on the 4th | 2026-06-04",
                "el 5 de junio | 2026-06-05",
                "le 1er juillet | 2026-07-01",
                "den 18 december | 2026-12-18",
                "12 dicembre 2026 | 2026-12-12",
                "Sept 14 | 2026-09-14",
                "week of 8 June | 2026-06-12",
                "Friday of next week | 2026-05-22",
                "next week Tuesday | 2026-05-19",
                "the first Monday of July | 2026-07-06",
                "two weeks before 13 June | 2026-05-30",
                "3 days from tomorrow | 2026-05-17",
                "from 13 to 15 July | 2026-07-15",
                "third quarter | 2026-09-30",
                "2027 Q1 | 2027-03-31",
                "within 10 days | 2026-05-23",
                "vor zwei Wochen | 2026-04-29",
                "23/Sep/2026 | 2026-09-23",
                "the twenty first of June | 2026-06-21"
            })
    void readsDaysAndPeriods(String text, LocalDate expected) {
        assertThat(Dates.in(text, TODAY, DateOrder.DAY_FIRST))
                .extracting(FoundDate::date)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "last Friday | 2026-05-08",
                "Monday | 2026-05-11",
                "yesterday | 2026-05-12",
                "20 April | 2026-04-20",
                "gestern | 2026-05-12"
            })
    void readsThePastWhereTheSentenceIsInThePast(String text, LocalDate expected) {
        assertThat(Dates.in(text, TODAY, DateOrder.DAY_FIRST))
                .extracting(FoundDate::past)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"due 7/4 | 2026-07-04", "7/4/27 | 2027-07-04", "12/20 | 2026-12-20", "20/12 | 2026-12-20"})
    void readsMonthFirstWhereTheWriterDoes(String text, LocalDate expected) {
        assertThat(Dates.in(text, TODAY, DateOrder.MONTH_FIRST))
                .extracting(FoundDate::date)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"the last two years", "next three months", "from 2024 to 2026", "this year"})
    void marksStretchesOfTimeOnWhichNothingFallsDue(String text) {
        assertThat(Dates.in(text, TODAY, DateOrder.DAY_FIRST)).isNotEmpty().allMatch(FoundDate::stretch);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "support is 24/7",
                "they may sign",
                "version 3.6.1 is out",
                "one in 10 people",
                "march ahead",
                "call 555-0143",
                "budget 2026/27"
            })
    void leavesAloneWhatIsNoDate(String text) {
        assertThat(Dates.in(text, TODAY, DateOrder.DAY_FIRST)).isEmpty();
    }

    /** A fiscal year that begins in April and bears the name of the calendar year it ends in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q1 FY26 | 2025-06-30",
                "signs in Q3 FY27 | 2026-12-31",
                "end of Q4 FY2026 | 2026-03-31",
                "FY27 Q2 | 2026-09-30",
                "H1 FY27 | 2026-09-30",
                "Q2 of fiscal 2027 | 2026-09-30",
                "end of FY26/27 | 2027-03-31",
                "fiscal year end | 2027-03-31",
                "by the end of our fiscal year | 2027-03-31",
                "end of the next fiscal year | 2028-03-31",
                "end of fiscal Q3 | 2026-12-31",
                "the third fiscal quarter | 2026-12-31",
                "end of the fiscal quarter | 2026-06-30",
                "two weeks before fiscal year end | 2027-03-17",
                "Ende des Geschäftsjahres | 2027-03-31",
                "zum Geschäftsjahresende | 2027-03-31",
                "im dritten Quartal des Geschäftsjahres 2026/27 | 2026-12-31",
                "Q1 GJ27 | 2026-06-30",
                "Ende des Geschäftsjahres 2026 | 2026-03-31",
                "end of Q3 | 2026-09-30",
                "year end | 2026-12-31"
            })
    void tellsFiscalPeriodsByTheYearOfTheWorkspace(String text, LocalDate expected) {
        assertThat(Dates.in(text, TODAY, DateOrder.DAY_FIRST, 4))
                .extracting(FoundDate::date)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q1 FY26 | 2026-03-31",
                "fiscal year end | 2026-12-31",
                "end of fiscal Q3 | 2026-09-30",
                "Ende des Geschäftsjahres | 2026-12-31"
            })
    void tellsFiscalPeriodsByTheCalendarWhereTheYearBeginsInJanuary(String text, LocalDate expected) {
        assertThat(Dates.in(text, TODAY, DateOrder.DAY_FIRST))
                .extracting(FoundDate::date)
                .containsExactly(expected);
    }

    /** When the year of a customer ends is not known here. */
    @ParameterizedTest
    @CsvSource({"before their fiscal year end", "in Heron's fiscal Q1"})
    void takesNoFiscalYearOfOthersForOurs(String text) {
        assertThat(Dates.in(text, TODAY, DateOrder.DAY_FIRST, 4))
                .isEqualTo(Dates.in(text, TODAY, DateOrder.DAY_FIRST, 1));
    }
}
