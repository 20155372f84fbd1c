package dev.windrose.intake.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Things that issues are about, in the words of several languages: a title in one is known again in another. */
final class Concepts {

    private static final List<Pattern> ALL = Stream.of(
                    "log ?-?in\\w*|logins?|log ?-?outs?|logs? (?:\\w+ )?out|logged (?:\\w+ )?out|sign ?-?in|signs? in|einlogg\\w*|"
                            + "anmeld\\w*|abgemeldet|connexion|se connecter|iniciar sesion|entrar\\b|acceder",
                    "passwords?|passwort\\w*|kennwort\\w*|mot de passe|mots de passe|contrasena\\w*|senhas?|wachtwoord\\w*|losenord\\w*",
                    "sms|text message\\w*|texts\\b|reminder text\\w*|nachricht\\w*|mensaje\\w*|mensage\\w*|messages?",
                    "reminders?|erinnerung\\w*|rappels?|recordatorio\\w*|lembrete\\w*|promemoria",
                    "cameras?|kameras?|camaras?|fotocamer\\w*",
                    "photos?|fotos?|bild\\w*|bilder\\w*|images?|imagen\\w*|imagens?|pictures?|pics?",
                    "labels?|etikett\\w*|etiquettes?|etiquetas?|etichett\\w*",
                    "prints?|printing|printed|druck\\w*|imprim\\w*|impres\\w*|stampa\\w*",
                    "printers?|drucker\\w*|imprimantes?|impresora\\w*|impressora\\w*|stampant\\w*",
                    "maps?|karten?\\b|landkarte\\w*|cartes?|mapas?|mappa|kaart\\w*",
                    "invoices?|invoicing|rechnung\\w*|factur\\w*|fatura\\w*|fattur\\w*|bills?\\b|billing",
                    "reports?|bericht\\w*|rapports?|informes?|relatorio\\w*|auswertung\\w*",
                    "exports?|exporting|exportier\\w*|exporter|exportar|exporta\\w*",
                    "imports?|importing|importier\\w*|importer|importar|importa\\w*",
                    "calend\\w+|kalender\\w*|agenda",
                    "alarms?|alarme\\w*|alarma\\w*|alerts?|alerte\\w*|alerta\\w*|alarmer\\w*",
                    "sensors?|sensor\\w*|capteurs?|fuhler\\w*|probes?|sondes?|sonda\\w*",
                    "readers?|leser|lesegerat\\w*|lecteurs?|lector\\w*|leitor\\w*",
                    "cards?|chipkarte\\w*|tarjeta\\w*|cartoes|cartao|badges?|cracha\\w*",
                    "queues?|warteschlange\\w*|reihenfolge\\w*|colas?\\b|filas?\\b|files? d'attente",
                    "orders?|auftrag\\w*|bestell\\w*|commandes?|pedidos?|ordini|ordine",
                    "dates?\\b|datum\\w*|fechas?|datas?\\b",
                    "years?|jahr\\w*|annees?|anos?\\b|last year'?s?",
                    "prices?|preis\\w*|prix|precios?|precos?",
                    "payments?|zahlung\\w*|paiement\\w*|pagos?|pagament\\w*|abbuch\\w*|abgebucht|ruckbuch\\w*|abschlag\\w*",
                    "doors?|tur\\b|turen|portes?|puertas?|portas?|gates?",
                    "batter\\w+|akkus?|batterie\\w*|bateria\\w*|flat\\b",
                    "duplicat\\w*|double\\w*|doppelt\\w*|in pairs|twice|zweimal|deux fois|dos veces|duas vezes|en double|"
                            + "duplicad\\w*|doublon\\w*",
                    "missing|fehl(?:t|en)\\w*|manqu\\w*|falta\\w*|gone\\b|mancan\\w*",
                    "wrong\\w*|falsch\\w*|incorrect\\w*|fauss?e?s?\\b|equivocad\\w*|errad\\w*|sbagliat\\w*|fout\\w*",
                    "blank|empty|leer\\w*|vides?\\b|vaci[oa]s?|vazi[oa]s?|vuot\\w*|blanco",
                    "freez\\w*|frozen|hangt\\w*|hang(?:s|ing)?|einfrier\\w*|fige\\w*|congel\\w*|trav(?:a|am|ou)\\w*",
                    "crash\\w*|absturz\\w*|sturzt\\w*|plant(?:e|ent|age)\\w*",
                    "slow\\w*|langsam\\w*|lent\\w*|lag\\w*",
                    "tours?|routes?|rutas?|rotas?|touren",
                    "drivers?|fahrer\\w*|chauffeur\\w*|conductor\\w*|motorista\\w*",
                    "met(?:er|ers)\\b|zahler\\w*|compteur\\w*|contador\\w*|teller",
                    "temperatur\\w*",
                    "hours?|stunden?|heures?|horas?|hrly|hourly",
                    "deliver\\w*|liefer\\w*|livraison\\w*|entregas?|consegn\\w*",
                    "calls?\\b|anruf\\w*|appels?|llamadas?|chamadas?|ligacoes|chiamat\\w*",
                    "drops?|dropping|drains?|abbruch\\w*|bricht ab|coupe\\w*|cortad\\w*",
                    "users?|benutzer\\w*|utilisateur\\w*|usuari\\w*|utilizador\\w*",
                    "tokens?|api keys?|schlussel",
                    "screens?|bildschirm\\w*|ecrans?|pantalla\\w*|telas?\\b|monitor\\w*",
                    "e-?mails?|mails?\\b|correos?|courriels?",
                    "late\\b|verspat\\w*|zu spat|en retard|retard\\w*|atrasad\\w*|tarde\\b",
                    "statements?|kontoauszug\\w*|releves?|extractos?|extratos?|bescheinigung\\w*|bestatigung\\w*",
                    "receipts?|quittung\\w*|recus?\\b|recibos?|ricevut\\w*",
                    "contracts?|vertrag\\w*|contrats?|contratos?",
                    "tenants?|mieter\\w*|locataires?|inquilin\\w*",
                    "signatures?|unterschrift\\w*|firmas?|assinatura\\w*",
                    "upload\\w*|hochlad\\w*|hochgelad\\w*|envoi\\b|subir|subida|carregament\\w*",
                    "sync\\w*|synchron\\w*|sincroni\\w*",
                    "offline|ohne netz|hors ligne|sin conexion|sem conexao",
                    "barcodes?|strichcode\\w*|code-?barres?|codigo de barras|codigo de barra",
                    "scanners?|scan\\w*|escan\\w*",
                    "colou?rs?|farben?|couleurs?|color\\w*|cor\\b|cores\\b",
                    "languages?|sprache\\w*|langues?|idiomas?|english|englisch|anglais|ingles|in polish|en espanol|in spanish",
                    "seats?|platze?|sitzplan|places?|asientos?|lugares")
            .map(words -> Pattern.compile("(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])"))
            .toList();

    private Concepts() {}

    static boolean known(String word) {
        return ALL.stream().anyMatch(concept -> concept.matcher(word).matches());
    }

    /** How many things both speak of. */
    static int shared(String title, String text) {
        return (int) ALL.stream()
                .filter(concept ->
                        concept.matcher(title).find() && concept.matcher(text).find())
                .count();
    }
}
