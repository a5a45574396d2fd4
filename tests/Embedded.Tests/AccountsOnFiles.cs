using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Accounts on the embedded engine and a data folder.</summary>
public sealed class AccountsOnFiles(OnFiles.Folder folder) : AccountsContract(folder.Engine), IClassFixture<OnFiles.Folder>;
