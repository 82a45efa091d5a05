//! What makes everything that must know all drawings of the lines in `kind.rs`.

/// Takes a line for each drawing: `Name = "id" => file;`, or `Name(list: usize) => file;` for one on a card. The file
/// has `ABOUT`, `plan` and `sentence`.
macro_rules! register {
    ($($(#[$doc:meta])* $name:ident $(= $id:literal)? $(($list:ident: $index:ty))? => $file:ident;)+) => {
        /// The kinds of drawing. Those that an edition has several of say which, by index.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $name$(($index))?,)+
        }

        /// All drawings of an edition, in reading order.
        pub fn figures(edition: &Edition) -> Vec<Kind> {
            let mut kinds = Vec::new();
            $(kinds.extend(every!(edition, $name $(= $id)? $(($list))?));)+
            kinds
        }

        impl Kind {
            /// As in `data-figure`: a card's drawing has the card's id.
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

            /// What its code in the page's script comes with.
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

            /// Whether a choice says anything about its marks.
            pub const fn answers(self, choice: Choice<'_>) -> bool {
                let lit_by = match self {
                    $(Self::$name { .. } => const { $file::ABOUT.lit_by },)+
                };
                lit_by.answers(choice)
            }

            /// Whether all that its sentence says can be read in it, so that only those who listen need the sentence.
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

            pub(crate) const fn columns(self) -> [&'static str; 2] {
                match self {
                    $(Self::$name { .. } => const { $file::ABOUT.columns },)+
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

            /// Plans a drawing of the group `GROUP`, a [`ChartGroup`] as a number. The compiler cuts off all others, so
            /// that this leads to no code that comes with another group's part of the page's script.
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
