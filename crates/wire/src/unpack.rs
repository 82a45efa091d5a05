use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::U32Deserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::error::WireError;
use super::escape::unescape;

/// Reads what [`super::pack`] wrote.
///
/// # Errors
/// If the text is not a whole packet of this type.
pub fn unpack<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, WireError> {
    read(text)
}

/// Like [`unpack`], for a packet known to be intact: without error handling the code is half the
/// size.
///
/// # Panics
/// If the text is not a whole packet of this type.
pub fn unpack_whole<'de, T: Deserialize<'de>>(text: &'de str) -> T {
    let Ok(value) = read::<T, Never>(text);
    value
}

fn read<'de, T: Deserialize<'de>, E: Failure>(text: &'de str) -> Result<T, E> {
    let mut lines = Lines { rest: text, failure: PhantomData };
    let value = T::deserialize(&mut lines)?;
    if lines.rest.is_empty() { Ok(value) } else { Err(E::damaged()) }
}

/// How failures are handled: by an error or a panic.
trait Failure: serde::de::Error {
    fn damaged() -> Self;
    fn unsupported() -> Self;
}

impl Failure for WireError {
    fn damaged() -> Self {
        Self::Damaged
    }

    fn unsupported() -> Self {
        Self::Unsupported
    }
}

/// Uninhabited: decoding panics instead.
#[derive(Debug)]
enum Never {}

impl Failure for Never {
    fn damaged() -> Self {
        panic!("the packet is damaged")
    }

    fn unsupported() -> Self {
        Self::damaged()
    }
}

impl serde::de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::damaged()
    }
}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

struct Lines<'de, E> {
    rest: &'de str,
    failure: PhantomData<E>,
}

impl<'de, E: Failure> Lines<'de, E> {
    fn line(&mut self) -> Result<&'de str, E> {
        let (line, rest) = self.rest.split_once('\n').ok_or_else(E::damaged)?;
        self.rest = rest;
        Ok(line)
    }

    fn number(&mut self) -> Result<u64, E> {
        self.line()?.parse().map_err(|_| E::damaged())
    }

    fn text(&mut self) -> Result<Cow<'de, str>, E> {
        let line = self.line()?;
        if !line.contains('\\') {
            return Ok(Cow::Borrowed(line));
        }
        let mut text = String::new();
        let mut characters = line.chars();
        while let Some(c) = characters.next() {
            text.push(match c {
                '\\' => characters.next().and_then(unescape).ok_or_else(E::damaged)?,
                other => other,
            });
        }
        Ok(Cow::Owned(text))
    }
}

/// The remaining items of a sequence, a tuple or a struct.
struct Items<'a, 'de, E> {
    lines: &'a mut Lines<'de, E>,
    left: usize,
}

impl<'de, E: Failure> SeqAccess<'de> for Items<'_, 'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        seed.deserialize(&mut *self.lines).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        // A damaged length must not reserve memory.
        Some(self.left.min(256))
    }
}

impl<'de, E: Failure> Deserializer<'de> for &mut Lines<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::unsupported())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.number()? {
            0 => visitor.visit_bool(false),
            1 => visitor.visit_bool(true),
            _ => Err(E::damaged()),
        }
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_string(self.text()?.into_owned())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.number()? {
            0 => visitor.visit_none(),
            1 => visitor.visit_some(self),
            _ => Err(E::damaged()),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let left = usize::try_from(self.number()?).map_err(|_| E::damaged())?;
        visitor.visit_seq(Items { lines: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(Items { lines: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_seq(Items { lines: self, left: fields.len() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u32 f32 f64 char bytes byte_buf unit unit_struct newtype_struct
        tuple_struct map identifier ignored_any
    }
}

impl<'de, E: Failure> EnumAccess<'de> for &mut Lines<'de, E> {
    type Error = E;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), E> {
        let index = u32::try_from(self.number()?).map_err(|_| E::damaged())?;
        let index: U32Deserializer<E> = index.into_deserializer();
        Ok((seed.deserialize(index)?, self))
    }
}

impl<'de, E: Failure> VariantAccess<'de> for &mut Lines<'de, E> {
    type Error = E;

    fn unit_variant(self) -> Result<(), E> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, E> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(Items { lines: self, left })
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(Items { lines: self, left: fields.len() })
    }
}
