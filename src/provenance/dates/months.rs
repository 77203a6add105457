//! Names of months.
//!
//! A word is a month where it is one of these forms or shortens one to three letters or more ("Sept", "févr"). The beginning alone
//! doesn't tell: "Programs" begins like the Czech December, "Decisions" like the English one.

/// Each month's forms, by language; where two share a beginning, the earlier month has it.
const MONTHS: [&str; 12] = [
    // January
    "january januar janvier enero gennaio janeiro januari jänner tammikuu tammikuuta tammikuun styczeń stycznia leden ledna ledn \
     január januára ocak январь января янв січень січня студзень януари ianuarie ian eanáir gener siječanj siječnja janúar jaanuar яnuари \
     ιανουάριος ιανουαρίου ιαν γενάρη يناير جانفي ינואר जनवरी",
    // February
    "february februar février fevrier febrero febbraio fevereiro februari feber helmikuu helmikuuta helmikuun luty lutego únor února \
     február februára şubat февраль февраля лютий лютого февруари februarie febrer febrúar veljača veljače veebruar φεβρουάριος φεβρουαρίου \
     فبراير شباط فيفري פברואר फरवरी",
    // March
    "march märz maerz mrz mars marzo março maart mrt marts maaliskuu maaliskuuta maaliskuun marzec marca březen března marec mart \
     марта март березень березня martie març maret mac március ožujak ožujka μάρτιος μαρτίου مارس آذار מרץ मार्च",
    // April
    "april avril abril aprile aprill aprila huhtikuu huhtikuuta huhtikuun kwiecień kwietnia duben dubna apríl apríla nisan апрель апреля \
     април квітень квітня aprilie április travanj απρίλιος απριλίου أبريل ابريل إبريل نيسان أفريل אפריל अप्रैल",
    // May
    "may mai mayo maggio maio mei maj maja toukokuu toukokuuta toukokuun květen května máj mája mayıs май мая травень травня maig maí \
     május svibanj svibnja μάιος μαΐου μαϊου مايو أيار ماي מאי मई",
    // June
    "june juni juin junio giugno junho jun kesäkuu kesäkuuta kesäkuun czerwiec czerwca červen června jún júna haziran июнь июня червень \
     червня юни iunie juny júní június juuni juna lipanj ιούνιος ιουνίου ιουν يونيو حزيران جوان יוני जून",
    // July
    "july juli juillet julio luglio julho jul heinäkuu heinäkuuta heinäkuun lip lipiec lipca červenec července júl júla temmuz июль июля \
     липень липня юли iulie juliol júlí július juuli jula julai srpanj iúil ιούλιος ιουλίου ιουλ يوليو تموز جويلية יולי जुलाई",
    // August
    "august août aout agosto augustus augusti elokuu elokuuta elokuun sierpień sierpnia srp srpen srpna augusta ağustos август августа \
     серпень серпня agost ágúst augusztus avgust avgusta agustus ogos kolovoz αύγουστος αυγούστου αυγ أغسطس اغسطس آب أوت אוגוסט अगस्त",
    // September
    "september septembre septiembre setiembre settembre setembro syyskuu syyskuuta syyskuun wrzesień września září zář septembra \
     septembar eylül сентябрь сентября вересень вересня септември septembrie szeptember rujan rujna σεπτέμβριος σεπτεμβρίου \
     سبتمبر أيلول ספטמבר सितंबर",
    // October
    "october oktober octobre octubre ottobre outubro lokakuu lokakuuta lokakuun październik października říjen října október októbra \
     oktobar oktobra ekim октябрь октября жовтень жовтня октомври octombrie οκτώβριος οκτωβρίου أكتوبر اكتوبر אוקטובר अक्टूबर",
    // November
    "november novembre noviembre novembro marraskuu marraskuuta marraskuun listopad listopada listopadu novembra novembar kasım ноябрь \
     ноября ноември листопад листопада noiembrie nóvember studeni νοέμβριος νοεμβρίου νοε نوفمبر נובמבר नवंबर",
    // December
    "december décembre decembre diciembre dicembre dezembro dezember desember desembre joulukuu joulukuuta joulukuun grudzień grudnia \
     prosinec prosince decembra decembar aralık декабрь декабря декември грудень грудня decembrie disember prosinac δεκέμβριος \
     δεκεμβρίου ديسمبر דצמבר दिसंबर",
];

/// The month a word names or shortens.
pub fn month(word: &str) -> Option<u32> {
    // The longest form has twelve letters.
    if word.len() > 40 || word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let w = word.to_lowercase();
    // Hebrew glues "in" to the month.
    let w = w.strip_prefix('ב').filter(|m| m.chars().count() > 2).unwrap_or(&w);
    let shortens = w.chars().count() >= 3;
    let find = |fits: &dyn Fn(&str) -> bool| {
        MONTHS.iter().zip(1..).find(|(forms, _)| forms.split_whitespace().any(fits)).map(|(_, n)| n)
    };
    find(&|form| form == w).or_else(|| find(&|form| shortens && form.starts_with(w)))
}

#[cfg(test)]
mod tests {
    use super::{MONTHS, month};
    use std::collections::HashSet;

    #[test]
    fn a_month_is_its_form_or_what_shortens_it() {
        for (word, want) in [
            ("January", Some(1)),
            ("janv", Some(1)),
            ("STYCZNIA", Some(1)),
            ("févr", Some(2)),
            ("Mär", Some(3)),
            ("mars", Some(3)),
            ("Mrz", Some(3)),
            ("мая", Some(5)),
            ("červen", Some(6)),
            ("července", Some(7)),
            ("juin", Some(6)),
            ("Sept", Some(9)),
            ("σεπ", Some(9)),
            ("noi", Some(11)),
            ("lip", Some(7)),
            ("srp", Some(8)),
            ("marraskuuta", Some(11)),
            ("pro", Some(12)),
            ("Kas", Some(11)),
            ("בינואר", Some(1)),
            ("آب", Some(8)),
            ("Programs", None),
            ("Project", None),
            ("Markets", None),
            ("Decisions", None),
            ("Novel", None),
            ("Marcus", None),
            ("ja", None),
            ("", None),
        ] {
            assert_eq!(month(word), want, "{word}");
        }
    }

    #[test]
    fn no_form_stands_twice() {
        let mut seen = HashSet::new();
        for form in MONTHS.iter().flat_map(|m| m.split_whitespace()) {
            assert!(seen.insert(form), "{form}");
        }
    }
}
