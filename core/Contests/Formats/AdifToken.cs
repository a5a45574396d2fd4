namespace OrleansContest.Contests.Formats;

/// <summary>What stands next in an ADIF file.</summary>
internal enum AdifTokenKind
{
    /// <summary>More bytes are needed to tell.</summary>
    NeedMore,

    /// <summary>Text between fields, or a tag that says nothing to us.</summary>
    Noise,

    Field,
    EndOfHeader,
    EndOfRecord,

    /// <summary>A field that contradicts itself: the rest of its record cannot be trusted.</summary>
    Broken,
}

/// <summary>One piece of an ADIF file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Bytes that it takes up.</param>
/// <param name="Name">A field's name, upper case.</param>
/// <param name="Value">A field's value, or what is wrong with it.</param>
internal readonly record struct AdifToken(AdifTokenKind Kind, int Length, string Name = "", string Value = "");
