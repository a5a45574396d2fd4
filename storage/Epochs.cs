using System.Security.Cryptography;

namespace OrleansContest.Storage;

/// <summary>Makes names for new numberings.</summary>
internal static class Epochs
{
    private const int Length = 16;

    /// <summary>16 random lower-case letters and digits: no two are ever the same.</summary>
    public static string New() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", Length);
}
