package dev.windrose.llm.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spoke with Maren, they want forty seats and sign by the end of next month. | en",
                "Can you move the renewal to Q3? | en",
                "Habe mit Frau Brandt gesprochen, die Unterschrift kommt erst nach dem Urlaub. | de",
                "Der Vertrag ist durch, bitte eintragen. | de",
                "J'ai eu le client au téléphone, il signe la semaine prochaine. | fr",
                "Le contrat est signé, merci de mettre à jour. | fr",
                "He hablado con Lucía, quieren firmar el contrato la semana que viene. | es",
                "El cliente no puede entrar en la aplicación desde ayer. | es",
                "Falei com a Beatriz, eles querem assinar o contrato na próxima semana. | pt",
                "O cliente não consegue entrar na aplicação desde ontem. | pt",
                "Rozmawiałem dziś z klientem, chcą podpisać umowę w przyszłym tygodniu. | other",
                "Ho parlato con il cliente, vogliono firmare il contratto la prossima settimana. | other",
                "Ik heb met de klant gesproken, ze willen het contract volgende week tekenen. | other",
                "Jag pratade med kunden, de vill skriva på avtalet nästa vecka. | other",
                "Разговаривал с клиентом, они хотят подписать договор. | other",
                "顧客と話しました。来週契約したいそうです。 | other"
            })
    void tellsTheLanguageOfASentence(String text, String expected) {
        assertThat(Language.of(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42,000 EUR", "Pellham Rail renewal 30k", "OK"})
    void tellsNoneWhereTooLittleStandsThere(String text) {
        assertThat(Language.of(text)).isEmpty();
    }
}
