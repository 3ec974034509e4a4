# A portrait, four train views and one other view for every person: image
# records in full, of pictures that do not exist.
def image($id; $role; $n): {
	id: "\($id)_\($n)", role: $role, path: "\($id)/\($id)_\($n).png",
	sha256: ("5a" * 32), pixels_sha256: ("c3" * 32), width: 512, height: 512,
	dhash: "0123456789abcdef", phash: "fedcba9876543210", qc: [], event: null,
	view: {yaw: 0, pitch: 0}, identity_checked: null, alt: "a portrait",
	source: {backend: "none", seed: "fixture", request: {}, licence: "CC0-1.0",
		attribution: null}
};
. + {images: ([image(.id; "portrait"; "p")] +
	[range(1; 5) as $i | image(.id; "train_view"; "t\($i)")] +
	[image(.id; "view"; "v1")])}
