using System.Text.Json.Serialization;

namespace OrleansContest.Accounts;

/// <summary>A fact about accounts, as the journal keeps it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AccountOpened), "accountOpened")]
public abstract record AccountEvent
{
    private protected AccountEvent()
    {
    }
}

/// <summary>Somebody has signed up.</summary>
public sealed record AccountOpened(Account Account) : AccountEvent;
