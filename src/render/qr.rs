//! Draws a QR code, so that a phone takes a text over from a screen or a sheet.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// How many modules around the code stay blank, as ISO/IEC 18004 demands.
const QUIET: usize = 4;

/// The code of a text as a picture with this name. `None` if the text is too long.
pub fn qr(text: &str, name: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, colour)| *colour == Color::Dark);
    let path: String =
        dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET)).collect();
    let side = width + 2 * QUIET;
    Some(html! {
        svg.qr xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {side} {side}")) role="img" aria-label=(name) {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_blank_frame() {
        let picture = qr("simplan", "Code").unwrap().into_string();
        // Version 1 has 21 modules a side.
        assert!(picture.contains("viewBox=\"0 0 29 29\" role=\"img\" aria-label=\"Code\""), "{picture}");
        for corner in ["M4 4h1", "M24 4h1", "M4 24h1"] {
            assert!(picture.contains(corner), "{corner}");
        }
        assert!(!picture.contains("M3 ") && !picture.contains("M25 "), "the frame is not blank");
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert!(qr(&"x".repeat(2_331), "").is_some());
        assert!(qr(&"x".repeat(2_332), "").is_none());
    }
}
