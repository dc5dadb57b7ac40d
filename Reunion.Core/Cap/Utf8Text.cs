using System.Globalization;
using System.Text;

namespace Reunion.Core.Cap;

/// <summary>Text that will be sent as UTF-8, so that an XML declaration says so.</summary>
internal sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;
}
