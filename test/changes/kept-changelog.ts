/** A changelog kept by hand, with whatever tools that insert have been seen to trip over; it belongs to the ordinary repository. */
export const keptChangelog = `# Changelog

Kept by hand, with a hard break.  
Read it\tslowly.

<!-- ## [8.8.8] is a comment -->

## [Unreleased]

The cart was *rewritten*; __mind__ your plug-ins.

### Added

* Orders can be exported

- So can invoices

## [1.35.0] - 2024-02-06 [YANKED]

### Known issues

* None

\`\`\`md
# Not a title
## [9.9.9]
\`\`\`

## [1.26.0] - 2024-01-28

### Fixed

| code | meaning |
| ---- | ------- |
| 500  | \`a|b\` |

<details>
<summary>Older ones</summary>

## [1.8.1]

</details>

[Unreleased]: https://github.com/example/widgets/compare/v1.35.0...HEAD
[1.35.0]: https://github.com/example/widgets/compare/v1.26.0...v1.35.0
[1.26.0]: https://github.com/example/widgets/compare/v1.17.0...v1.26.0
`;

/** The same, with the line endings of Windows. */
export const keptCrlf = keptChangelog.replaceAll('\n', '\r\n');
