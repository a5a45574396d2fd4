namespace OrleansContest.Contests;

/// <summary>What a contest collects beside points.</summary>
public enum MultiplierKind
{
    None,

    /// <summary>The section received in the exchange.</summary>
    Section,

    /// <summary>The first four characters of the Maidenhead locator.</summary>
    Grid4,

    /// <summary>The DXCC entity, named by its main prefix.</summary>
    DxccPrefix,

    /// <summary>The prefix as CQ WPX counts it.</summary>
    WpxPrefix,
}
