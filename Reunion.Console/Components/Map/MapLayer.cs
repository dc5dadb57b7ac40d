using System.Text.Json.Serialization;

namespace Reunion.Console.Components.Map;

/// <summary>Something drawn on a map. Layers are told apart by their id; equal ones are not sent again.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CircleLayer), "circle")]
[JsonDerivedType(typeof(MarkerLayer), "marker")]
[JsonDerivedType(typeof(TipLayer), "tip")]
[JsonDerivedType(typeof(PathLayer), "path")]
[JsonDerivedType(typeof(HandleLayer), "handle")]
[JsonDerivedType(typeof(CellsLayer), "cells")]
public abstract record MapLayer(string Id);
