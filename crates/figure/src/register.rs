//! Generates everything that must know all drawings, from the lines in `kind.rs`.

/// Takes a line for each drawing: `Name = "id" => file;`, or `Name(list: usize) => file;` for one on a card. The file
/// has `ABOUT`, `plan` and `sentence`.
macro_rules! register {
    ($($(#[$doc:meta])* $name:ident $(= $id:literal)? $(($list:ident: $index:ty))? => $file:ident;)+) => {
        /// The kinds of drawing. A kind that an edition has several of carries an index.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $name$(($index))?,)+
        }

        /// All drawings of an edition, in reading order: those that have anything to show.
        pub fn figures(edition: &Edition) -> Vec<Kind> {
            let mut kinds = Vec::new();
            $(kinds.extend(every!(edition, $name $(= $id)? $(($list))?));)+
            kinds.retain(|kind| edition.has_drawing(kind.id(edition)));
            kinds
        }

        impl Kind {
            /// The id in `data-figure`: a card's drawing has the card's id.
            pub fn id(self, edition: &Edition) -> &str {
                match self {
                    $(Self::$name$(($list))? => $($id)? $(&edition.$list[$list].id)?,)+
                }
            }

            /// Whether it stands on its own across the page, rather than on a card.
            pub const fn is_overview(self) -> bool {
                match self {
                    $(Self::$name { .. } => is_overview!($($list)?),)+
                }
            }

            /// The group whose part of the page's script contains its code.
            pub const fn group(self) -> ChartGroup {
                match self {
                    $(Self::$name { .. } => const { $file::ABOUT.group },)+
                }
            }

            /// The paper that it is drawn on, or begins on.
            pub const fn paper(self) -> Paper {
                match self {
                    $(Self::$name { .. } => const { $file::ABOUT.paper },)+
                }
            }

            /// Whether a choice can highlight its marks.
            pub const fn answers(self, choice: Choice<'_>) -> bool {
                let lit_by = match self {
                    $(Self::$name { .. } => const { $file::ABOUT.lit_by },)+
                };
                lit_by.answers(choice)
            }

            /// Whether the drawing itself shows everything that its sentence says, so that only
            /// screen readers need the sentence.
            pub const fn tells_itself(self) -> bool {
                match self {
                    $(Self::$name { .. } => const { $file::ABOUT.tells_itself },)+
                }
            }

            pub(crate) const fn twins(self) -> &'static [Twin] {
                match self {
                    $(Self::$name { .. } => const { $file::ABOUT.twins },)+
                }
            }

            pub(crate) fn columns(self, words: &Words) -> [String; 2] {
                match self {
                    $(Self::$name { .. } => (const { $file::ABOUT.columns })(words),)+
                }
            }

            pub(crate) fn sentence(self, edition: &Edition) -> String {
                match self {
                    $(Self::$name$(($list))? => $file::sentence(edition $(, &edition.$list[$list])?),)+
                }
            }

            pub(crate) fn plan(self, edition: &Edition, frame: Frame) -> Scene {
                match self {
                    $(Self::$name$(($list))? => $file::plan(edition, $(&edition.$list[$list],)? frame),)+
                }
            }

            /// Plans a drawing of the group `GROUP`, a [`ChartGroup`] as a number. The compiler
            /// removes all other groups: eager code must not reference lazy code, or the linker
            /// keeps it in the core chunk.
            pub(crate) fn plan_in<const GROUP: u8>(self, edition: &Edition, frame: Frame) -> Scene {
                match self {
                    $(Self::$name$(($list))? if const { $file::ABOUT.group as u8 == GROUP } => {
                        $file::plan(edition, $(&edition.$list[$list],)? frame)
                    })+
                    _ => unreachable!("the chunk of another group was asked for this drawing"),
                }
            }
        }
    };
}

/// All drawings that one line of the register stands for.
macro_rules! every {
    ($edition:ident, $name:ident = $id:literal) => {
        [Kind::$name]
    };
    ($edition:ident, $name:ident($list:ident)) => {
        (0..$edition.$list.len()).map(Kind::$name)
    };
}

macro_rules! is_overview {
    () => {
        true
    };
    ($list:ident) => {
        false
    };
}
