use super::*;
use std::borrow::Cow;

/// What a source becomes: its plans, each as cells of the catalogue that are not blank, and its problems.
fn imported(map: &str, source: &str) -> (Vec<String>, Vec<String>, Imported) {
    let map = ImportMap::parse(map).unwrap_or_else(|problems| panic!("{problems:?}"));
    let imported = import(source.as_bytes(), &map, None).unwrap_or_else(|error| panic!("{error:?}"));
    let shown = imported.plans.iter().map(|plan| {
        let cells = [Column::Id, Column::Line, Column::Name, Column::Price, Column::Currency, Column::Data];
        let more = [Column::DataPer, Column::Validity, Column::Minutes, Column::Sms];
        let texts = cells.into_iter().chain(more).map(|column| cells::cell(plan, column).unwrap_or_default());
        texts.map(Cow::into_owned).collect::<Vec<_>>().join("|")
    });
    let plans = shown.collect();
    let problems = imported.problems.first.iter().map(ToString::to_string).collect();
    (plans, problems, imported)
}

fn shipped(name: &str) -> &'static str {
    shipped::SHIPPED.iter().find(|map| map.name == name).unwrap().text
}

#[test]
fn a_table_of_travel_esims() {
    let source = "Provider,plan_name,data_mb,validity_days,usd_price,data_cap_per,has_sms\n\
                  Airalo,Maroc 1 GB,1000,7,4.5,,false\n\
                  Airalo,Maroc 3 GB,3000.0,30.0,0.9181700100254037,,true\n\
                  Holafly,\"Maroc, illimité\",-1,10,29,,\n\
                  Nomad,Tom &amp; Jerry,2048,5,9.999,daily,\n";
    let (plans, problems, imported) = imported(shipped("esimdb"), source);
    assert_eq!(
        plans,
        [
            "airalo-maroc-1-gb-1000-7|airalo|Maroc 1 GB|4.5|USD|1GB|total|7d||0",
            "airalo-maroc-3-gb-3000-0-30-0|airalo|Maroc 3 GB|0.92|USD|3GB|total|30d||",
            "holafly-maroc-illimite-1-10|holafly|Maroc, illimité|29|USD|unlimited|total|10d||",
            "nomad-tom-amp-jerry-2048-5|nomad|Tom &amp; Jerry|10.00|USD|2048MB|day|5d||",
        ]
    );
    assert_eq!(problems, [""; 0]);
    assert_eq!((imported.rounded, imported.left_out), (2, 0));
}

#[test]
fn packages_within_operators() {
    let source = r#"{"data": [{"slug": "morocco", "operators": [
        {"title": "Mosalam", "packages": [
            {"id": "m-1gb", "type": "sim", "price": 4.5, "amount": 1024, "day": 7, "is_unlimited": false, "title": "1 GB", "voice": 20},
            {"id": "m-unl", "type": "sim", "price": 12.345, "amount": 0, "day": 3, "is_unlimited": true, "title": "Unlimited"},
            {"id": "m-top", "type": "topup", "price": 4, "amount": 1024, "day": 7, "is_unlimited": false, "title": "More"}]},
        {"title": "Discover", "packages": [
            {"id": "m-1gb", "type": "sim", "price": 4.5, "amount": 1024, "day": 7, "is_unlimited": false, "title": "1 GB"},
            {"id": "d-1gb", "price": null, "amount": 500, "day": 0, "is_unlimited": false, "title": "500 MB"}]}]}]}"#;
    let (plans, problems, imported) = imported(shipped("airalo"), source);
    assert_eq!(
        plans,
        [
            "airalo-m-1gb|airalo-mosalam|Mosalam 1 GB|4.5|USD|1024MB|total|7d|20|",
            "airalo-m-unl|airalo-mosalam|Mosalam Unlimited|12.35|USD|unlimited|total|3d||",
        ]
    );
    assert_eq!(
        problems,
        [
            "7:13: id: import-id-twice value=`airalo-m-1gb` first_line=`3`",
            "8:66: packages.day: validity-form value=`0`",
        ]
    );
    assert_eq!((imported.filtered, imported.rounded, imported.left_out), (1, 1, 2));
}

#[test]
fn a_price_list() {
    let source =
        "name;price;data;days\nPass 10;10;1 GB;3\nPass 50;50 DH;5,5 Go;30 jours\nPass 99;99,90;illimité;?\n";
    let (plans, problems, _) = imported(shipped("price-list"), source);
    assert_eq!(
        plans,
        [
            "pass-10-1-gb-3|price-list|Pass 10|10|MAD|1GB|total|3d||",
            "pass-50-5-5-go-30-jours|price-list|Pass 50|50|MAD|5.5GB|total|30d||",
            "pass-99-illimite|price-list|Pass 99|99.90|MAD|unlimited|total|||",
        ]
    );
    assert_eq!(problems, [""; 0]);
}

/// A map for the columns `n`, `p`, `d` and `v`.
const SMALL: &str = "format = \"csv\"\n[columns]\nid = {slug = [\"n\"]}\nline = {value = \"l\"}\noperator = {value = \"o\"}\n\
                     name = \"n\"\nkind = {value = \"pass\"}\nprice = \"p\"\ncurrency = {value = \"EUR\"}\n\
                     data = {from = \"d\", unit = \"GB\"}\nvalidity = {from = \"v\", unit = \"d\"}\n";

#[test]
fn rows_that_do_not_fit_are_located_and_the_others_go_on() {
    let source = "n,p,d,v\n\
                  A,5,1,7\n\
                  B,,1,7\n\
                  C,free,1,7\n\
                  D,5,x,-7\n\
                  摩洛哥,5,1,7\n\
                  a,6,1,7\n\
                  A,5,1,7\n\
                  ,5,1,7\n\
                  E,5\n\
                  F,\u{1b},1,7\n\
                  G,5,0,7\n";
    let (plans, problems, imported) = imported(SMALL, source);
    assert_eq!(plans, ["a|l|A|5|EUR|1GB|total|7d||", "b|l|B|||1GB|total|7d||"], "a price may be unknown");
    assert_eq!(
        problems,
        [
            "4:3: p: amount-form value=`free`",
            "5:5: d: volume-not-a-number value=`x`",
            "5:7: v: validity-form value=`-7`",
            "6:1: id: import-slug-empty value=`摩洛哥`",
            "7:1: id: import-id-twice value=`a` first_line=`2`",
            "9:1: id: cell-needed column=`id`",
            "9:1: name: cell-needed column=`name`",
            "10:4: d: row-length cells=`2` columns=`4` delimiter=`,`",
            "11:3: p: control-character",
            "12:5: d: data-zero value=`0MB`",
        ]
    );
    assert_eq!((imported.left_out, imported.repeated), (8, 1));
}

#[test]
fn one_bad_row_of_many() {
    let rows = (1..=2000).map(|nth| match nth {
        1234 => format!("P{nth},five,1,7\n"),
        _ => format!("P{nth},{nth},1,7\n"),
    });
    let (plans, problems, imported) = imported(SMALL, &format!("n,p,d,v\n{}", rows.collect::<String>()));
    assert_eq!(plans.len(), 1999);
    assert_eq!(problems, ["1235:7: p: amount-form value=`five`"]);
    assert_eq!((imported.left_out, plans[1998].as_str()), (1, "p2000|l|P2000|2000|EUR|1GB|total|7d||"));
}

/// Checks the places of the map that are reported because the source lacks their fields.
#[track_caller]
fn check_missing(map: &str, source: &str, expected: &[&str]) {
    let map = ImportMap::parse(map).unwrap();
    match import(source.as_bytes(), &map, None) {
        Err(ImportError::Map(problems)) => {
            assert_eq!(problems.first.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn fields_that_the_source_lacks_are_located_in_the_map() {
    check_missing(
        SMALL,
        "n,price,dd\nA,5,1\n",
        &[
            "8:9: -: import-field-missing value=`p` expected=`dd, n, price`",
            "10:16: -: import-field-missing value=`d` expected=`dd, n, price`",
            "11:20: -: import-field-missing value=`v` expected=`dd, n, price`",
        ],
    );
    let price = SMALL.replace("price = \"p\"", "price = \"price\"");
    check_missing(
        &price,
        "n,pirce,d,v\nA,5,1,7\n",
        &["8:9: -: import-field-similar value=`price` similar=`pirce`"],
    );
    let optional = SMALL.replace("price = \"p\"", "price = {from = \"p\", optional = true}");
    assert_eq!(imported(&optional, "n,d,v\nA,1,7\n").0, ["a|l|A|||1GB|total|7d||"]);
}

#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let json = "format = \"json\"\n[columns]\nid = \"i\"\nline = \"i\"\noperator = \"i\"\nname = \"i\"\nkind = \"i\"\n";
    for (map, source, expected) in [
        (SMALL, "", "1:1: -: file-empty expected=`d,n,p,v`"),
        (SMALL, "n,p,p\n", "1:5: -: column-twice column=`p`"),
        (json, "{\"i\": }", "1:7: -: import-json why=`expected value`"),
    ] {
        let map = ImportMap::parse(map).unwrap();
        match import(source.as_bytes(), &map, None) {
            Err(ImportError::Source(problems)) => assert_eq!(problems.first[0].to_string(), expected),
            other => panic!("{other:?}"),
        }
    }
}
