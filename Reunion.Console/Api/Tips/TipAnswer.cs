using System.Text.Json.Serialization;
using Reunion.Core.Tips;

namespace Reunion.Console.Api.Tips;

/// <summary>What the sender of a tip gets once it is stored.</summary>
/// <param name="TipId">Identifies the tip.</param>
/// <param name="ReceiptCode">Opens the tipster's page.</param>
/// <param name="RefusedPhotos">The photos that were not taken although the tip was; not there when all were.</param>
public sealed record TipAnswer(
    string TipId, string ReceiptCode,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RefusedPhoto>? RefusedPhotos = null);
