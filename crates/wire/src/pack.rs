use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

use super::error::WireError;
use super::escape::escape;

/// Writes data as lines; `<` never occurs in them, so that they can stand in a script element.
///
/// # Errors
/// If the data contains a type that the model does not use, such as a map.
pub fn pack<T: Serialize>(value: &T) -> Result<String, WireError> {
    let mut lines = Lines(String::new());
    value.serialize(&mut lines)?;
    Ok(lines.0)
}

struct Lines(String);

impl Lines {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }
}

type Packed = Result<(), WireError>;
type Never = Impossible<(), WireError>;

impl Serializer for &mut Lines {
    type Ok = ();
    type Error = WireError;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Self;
    type SerializeStructVariant = Never;

    fn serialize_bool(self, value: bool) -> Packed {
        self.serialize_u64(value.into())
    }

    fn serialize_u8(self, value: u8) -> Packed {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Packed {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Packed {
        self.line(&value.to_string());
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Packed {
        let escaped: String = value.chars().map(|c| escape(c).map_or_else(|| c.into(), |e| format!("\\{e}"))).collect();
        self.line(&escaped);
        Ok(())
    }

    fn serialize_none(self) -> Packed {
        self.serialize_u64(0)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Packed {
        self.line("1");
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Packed {
        self.serialize_u64(index.into())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        value: &T,
    ) -> Packed {
        self.line(&index.to_string());
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, WireError> {
        self.line(&length.ok_or(WireError::Unsupported)?.to_string());
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, WireError> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, WireError> {
        Ok(self)
    }

    fn serialize_i8(self, _: i8) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_i16(self, _: i16) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_i32(self, _: i32) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_i64(self, _: i64) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_u32(self, _: u32) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_f32(self, _: f32) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_f64(self, _: f64) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_char(self, _: char) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_bytes(self, _: &[u8]) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_unit(self) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Packed {
        Err(WireError::Unsupported)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, WireError> {
        Err(WireError::Unsupported)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, WireError> {
        Err(WireError::Unsupported)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, WireError> {
        Err(WireError::Unsupported)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, WireError> {
        Err(WireError::Unsupported)
    }
}

impl SerializeSeq for &mut Lines {
    type Ok = ();
    type Error = WireError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Packed {
        value.serialize(&mut **self)
    }

    fn end(self) -> Packed {
        Ok(())
    }
}

impl SerializeTuple for &mut Lines {
    type Ok = ();
    type Error = WireError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Packed {
        value.serialize(&mut **self)
    }

    fn end(self) -> Packed {
        Ok(())
    }
}

impl SerializeStruct for &mut Lines {
    type Ok = ();
    type Error = WireError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Packed {
        value.serialize(&mut **self)
    }

    fn end(self) -> Packed {
        Ok(())
    }
}
