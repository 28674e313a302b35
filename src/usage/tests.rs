use super::*;

fn usage(text: &str) -> Result<Usage, String> {
    Activities::built_in().usage(text).map_err(|error| error.to_string())
}

/// Checks the data of a day in kB: low, typical, high.
#[track_caller]
fn check(text: &str, expected: [u64; 3]) {
    let Estimate { low, typical, high } = usage(text).unwrap().per_day();
    assert_eq!([low.kb(), typical.kb(), high.kb()], expected, "{text}");
}

#[test]
fn a_day_is_the_sum_of_its_activities() {
    // An hour of maps, 100 messages, half an hour of video.
    check("maps=1h messages=100 video=30min", [127_290, 317_350, 491_400]);
    check("photos=2", [200, 700, 1_700]);
    // 36 MB, 0.1, 7, 7.5, 67.5, 200, 281.25 and 21.6 MB.
    assert_eq!(usage("medium").unwrap().per_day().typical.kb(), 620_950);
}

#[test]
fn a_day_is_rounded_up_once() {
    // 36.5 kB of maps and 180 kB of music, then 36.5 + 36.5 for two minutes.
    check("maps=1min", [37, 600, 2_340]);
    check("maps=1min,music=1min", [217, 1_320, 4_740]);
    check("maps=2min", [73, 1_200, 4_680]);
}

#[test]
fn an_activity_after_a_preset_takes_its_place() {
    let day = usage("medium,video=1h").unwrap();
    assert_eq!(day.per_day().typical.kb(), 620_950 + 281_250);
    assert_eq!(
        day.to_string(),
        "maps=60min,messages=100,photos=20,voice-call=15min,web=45min,social=30min,video=60min,music=30min"
    );
    assert_eq!(usage("light,maps=0min").unwrap().amounts.len(), 5);
    assert_eq!(usage("light,meeting=1h").unwrap().amounts.len(), 7);
    assert_eq!(usage(&day.to_string()).unwrap(), day);
}

#[test]
fn amounts_as_people_write_them() {
    let all =
        ["video=90min", "video=1h30", "video=1h30min", "video=1.5h", "Video = 90 min", "video=1.50 hours"];
    for text in all.into_iter().chain(["video=90分钟", "video=1小时30分钟", "video=1 heure 30 min"]) {
        assert_eq!(usage(text).map(|usage| usage.to_string()).as_deref(), Ok("video=90min"), "{text}");
    }
    assert_eq!(usage("maps=1h , video = 2h").unwrap().to_string(), "maps=60min,video=120min");
    assert_eq!(usage("maps=24h").unwrap().to_string(), "maps=1440min");
    // A comma between digits is a decimal one.
    for text in ["maps=1,5h", "maps=1,5 h", "maps = 1,5h", "maps=1,50h", "maps=90min,"] {
        assert_eq!(usage(text).unwrap().to_string(), "maps=90min", "{text}");
    }
    assert_eq!(usage("maps=1,5h,photos=20").unwrap().to_string(), "maps=90min,photos=20");
    assert_eq!(
        usage("maps=1h,photos=2 messages=1 500").unwrap().to_string(),
        "maps=60min,photos=2,messages=1500"
    );
}

#[test]
fn what_is_not_a_day() {
    let all = "maps, messages, photos, voice-call, video-call, social, short-video, video, video-hd, music, web, meeting";
    let errors = [
        ("", "usage-empty".to_owned()),
        ("video=0h", "usage-empty".to_owned()),
        ("vidéo=1h", format!("unknown-word value=`vidéo` expected=`{all}`")),
        ("small", format!("unknown-word value=`small` expected=`light, medium, heavy, work, {all}`")),
        ("video", "usage-without-amount value=`video` expected=`video=30min`".to_owned()),
        ("messages", "usage-without-amount value=`messages` expected=`messages=20`".to_owned()),
        ("messages=1,5", "items-form value=`1,5` activity=`messages`".to_owned()),
        ("messages=2 3", "items-form value=`2 3` activity=`messages`".to_owned()),
        ("maps=1,5", "time-form value=`1,5` activity=`maps`".to_owned()),
        ("maps=1, 5h", "time-form value=`1` activity=`maps`".to_owned()),
        ("maps 1h", "usage-amount-apart value=`maps` expected=`maps=1h`".to_owned()),
        ("photos=2 maps,1,5h", "usage-amount-apart value=`maps` expected=`maps=1,5h`".to_owned()),
        ("video=30", "time-form value=`30` activity=`video`".to_owned()),
        ("video=", "time-form value=`` activity=`video`".to_owned()),
        ("video=1h75", "time-form value=`1h75` activity=`video`".to_owned()),
        ("video=1.001h", "time-form value=`1.001h` activity=`video`".to_owned()),
        ("video=0.01h", "time-form value=`0.01h` activity=`video`".to_owned()),
        ("video=-1h", "time-form value=`-1h` activity=`video`".to_owned()),
        ("video=24h1", "day-too-long value=`24h1`".to_owned()),
        ("photos=1h", "items-form value=`1h` activity=`photos`".to_owned()),
        ("photos=1000001", "too-many-items value=`1000001` max=`1000000`".to_owned()),
        ("video=1h,video=2h", "usage-twice value=`video`".to_owned()),
        ("video=1h,medium", "preset-not-first value=`medium`".to_owned()),
        ("light medium", "preset-not-first value=`medium`".to_owned()),
    ];
    for (text, expected) in errors {
        assert_eq!(usage(text).map(|usage| usage.to_string()), Err(expected), "{text}");
    }
}

#[test]
fn presets_are_in_order_of_their_data() {
    let known = Activities::built_in();
    let days: Vec<_> = known.presets.iter().map(|preset| preset.usage.per_day().typical.kb()).collect();
    assert_eq!(
        known.presets.iter().map(|preset| preset.id.as_str()).collect::<Vec<_>>(),
        ["light", "medium", "heavy", "work"]
    );
    assert!(days.is_sorted(), "{days:?}");
    assert_eq!(known.all.len(), 12);
    for activity in &known.all {
        let Estimate { low, typical, high } = activity.takes;
        assert!(low <= typical && typical <= high, "{}", activity.id);
        assert!(activity.sources.map(|source| source.starts_with("http")).typical, "{}", activity.id);
    }
}
