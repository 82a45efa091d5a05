use std::borrow::Cow;

use serde::Deserialize;
use serde::de::value::U32Deserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::PacketError;

/// Reads what [`super::pack`] wrote.
///
/// # Errors
/// If the text is not a whole packet of this type.
pub fn unpack<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, PacketError> {
    let mut lines = Lines { rest: text };
    let value = T::deserialize(&mut lines)?;
    if lines.rest.is_empty() { Ok(value) } else { Err(PacketError::Damaged) }
}

struct Lines<'de> {
    rest: &'de str,
}

impl<'de> Lines<'de> {
    fn line(&mut self) -> Result<&'de str, PacketError> {
        let (line, rest) = self.rest.split_once('\n').ok_or(PacketError::Damaged)?;
        self.rest = rest;
        Ok(line)
    }

    fn number(&mut self) -> Result<u64, PacketError> {
        self.line()?.parse().map_err(|_| PacketError::Damaged)
    }

    fn text(&mut self) -> Result<Cow<'de, str>, PacketError> {
        let line = self.line()?;
        if !line.contains('\\') {
            return Ok(Cow::Borrowed(line));
        }
        let mut text = String::new();
        let mut characters = line.chars();
        while let Some(c) = characters.next() {
            text.push(match c {
                '\\' => characters.next().and_then(super::unescape).ok_or(PacketError::Damaged)?,
                other => other,
            });
        }
        Ok(Cow::Owned(text))
    }
}

/// The items that are left of a sequence, a tuple or a struct.
struct Items<'a, 'de> {
    lines: &'a mut Lines<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = PacketError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, PacketError> {
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

impl<'de> Deserializer<'de> for &mut Lines<'de> {
    type Error = PacketError;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, PacketError> {
        Err(PacketError::Unsupported)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PacketError> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PacketError> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PacketError> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PacketError> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PacketError> {
        visitor.visit_string(self.text()?.into_owned())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PacketError> {
        match self.number()? {
            0 => visitor.visit_none(),
            1 => visitor.visit_some(self),
            _ => Err(PacketError::Damaged),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PacketError> {
        let left = usize::try_from(self.number()?).map_err(|_| PacketError::Damaged)?;
        visitor.visit_seq(Items { lines: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, PacketError> {
        visitor.visit_seq(Items { lines: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PacketError> {
        visitor.visit_seq(Items { lines: self, left: fields.len() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PacketError> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u32 f32 f64 char bytes byte_buf unit unit_struct newtype_struct
        tuple_struct map identifier ignored_any
    }
}

impl<'de> EnumAccess<'de> for &mut Lines<'de> {
    type Error = PacketError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), PacketError> {
        let index = u32::try_from(self.number()?).map_err(|_| PacketError::Damaged)?;
        let index: U32Deserializer<PacketError> = index.into_deserializer();
        Ok((seed.deserialize(index)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Lines<'de> {
    type Error = PacketError;

    fn unit_variant(self) -> Result<(), PacketError> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, PacketError> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, PacketError> {
        visitor.visit_seq(Items { lines: self, left })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PacketError> {
        visitor.visit_seq(Items { lines: self, left: fields.len() })
    }
}
