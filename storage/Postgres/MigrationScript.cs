using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrleansContest.Storage.Postgres;

/// <summary>One step of the database's tables, from a file <c>Migrations/NNNN-name.sql</c>. Once released it never changes.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Sql">What it does.</param>
internal sealed record MigrationScript(int Number, string Name, string Sql)
{
    private const string Prefix = "Migrations/";

    public static IReadOnlyList<MigrationScript> All { get; } =
        [.. typeof(MigrationScript).Assembly.GetManifestResourceNames().Where(IsOne).Select(Load).OrderBy(script => script.Number)];

    /// <summary>SHA-256 of the text, whatever its line ends, in hexadecimal.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    private static bool IsOne(string resource) => resource.StartsWith(Prefix, StringComparison.Ordinal);

    private static MigrationScript Load(string resource)
    {
        using var reader = new StreamReader(typeof(MigrationScript).Assembly.GetManifestResourceStream(resource)!);
        var name = Path.GetFileNameWithoutExtension(resource[Prefix.Length..]);
        return new(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
