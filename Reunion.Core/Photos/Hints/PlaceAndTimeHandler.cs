using MetadataExtractor.Formats.Exif;
using MetadataExtractor.IO;
using Directory = MetadataExtractor.Directory;

namespace Reunion.Core.Photos.Hints;

/// <summary>Reads the plain notes and leaves everything alone that makers and editors put inside them.</summary>
internal sealed class PlaceAndTimeHandler(List<Directory> directories) : ExifTiffHandler(directories)
{
    public override bool CustomProcessTag(int tagOffset, ICollection<int> processedIfdOffsets, IndexedReader reader, int tagId, int byteCount) => false;
}
