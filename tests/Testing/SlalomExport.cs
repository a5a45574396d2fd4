using System.IO.Compression;

namespace OrleansContest.Testing;

/// <summary>A real export of a slalom of two days, with the people's names, clubs and numbers replaced: 45 races, 1,422 results.</summary>
public static class SlalomExport
{
    /// <summary>Its XML, UTF-8.</summary>
    public static Stream Open() => new GZipStream(
        typeof(SlalomExport).Assembly.GetManifestResourceStream("slalom-export.xml.gz")!, CompressionMode.Decompress);
}
